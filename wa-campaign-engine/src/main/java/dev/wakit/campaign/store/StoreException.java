package dev.wakit.campaign.store;

import dev.wakit.WhatsAppException;

/**
 * The database could not do what was asked; the cause says why.
 *
 * @since 0.1
 */
public class StoreException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened and what to do; without personal data
     */
    public StoreException(String message) {
        super(message);
    }

    /**
     * Says what happened and why.
     *
     * @param message what happened and what to do; without personal data
     * @param cause the database's own error
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
