package dev.wakit.campaign.outbox;

import dev.wakit.WhatsAppException;

/**
 * A single send could not be enqueued; nothing was stored.
 *
 * @since 0.1
 */
public abstract sealed class OutboxException extends WhatsAppException
        permits IdempotencyConflictException, OutboxFullException, InvalidSendException {

    private static final long serialVersionUID = 1L;

    OutboxException(String message) {
        super(message);
    }
}
