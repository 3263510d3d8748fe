package dev.wakit;

/**
 * The message may have been sent or not: do not simply send it again, wait for a status webhook.
 *
 * @since 0.1
 */
public final class OutcomeUnknownException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, with which value, what to do; without personal data
     */
    public OutcomeUnknownException(String message) {
        super(message);
    }
}
