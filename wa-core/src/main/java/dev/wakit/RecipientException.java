package dev.wakit;

/**
 * This person cannot be reached this way: leave the recipient out.
 *
 * @since 0.1
 */
public final class RecipientException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, with which value, what to do; without personal data
     */
    public RecipientException(String message) {
        super(message);
    }
}
