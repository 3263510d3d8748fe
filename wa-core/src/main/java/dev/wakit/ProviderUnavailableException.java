package dev.wakit;

/**
 * The BSP could not be reached or is in trouble, and nothing was sent: try again later.
 *
 * @since 0.1
 */
public final class ProviderUnavailableException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, with which value, what to do; without personal data
     */
    public ProviderUnavailableException(String message) {
        super(message);
    }
}
