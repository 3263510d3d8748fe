package dev.wakit.campaign.outbox;

/**
 * What was asked cannot be sent, whenever it is tried. Nothing was enqueued.
 *
 * @since 0.1
 */
public final class InvalidSendException extends OutboxException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and how to mend it; without personal data
     */
    public InvalidSendException(String message) {
        super(message);
    }
}
