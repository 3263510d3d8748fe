package dev.wakit;

/**
 * The token is missing, expired or lacks a permission: mend the credentials, then try again.
 *
 * @since 0.1
 */
public final class AuthenticationException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, with which value, what to do; without personal data
     */
    public AuthenticationException(String message) {
        super(message);
    }
}
