package dev.wakit;

/**
 * The provider does not offer this kind of message: choose another kind or another provider.
 *
 * @since 0.1
 */
public final class UnsupportedMessageException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is not offered.
     *
     * @param message which kind and which provider; without personal data
     */
    public UnsupportedMessageException(String message) {
        super(message);
    }
}
