package dev.wakit.outbound;

import dev.wakit.WhatsAppException;

/**
 * A message cannot be sent, whenever it is tried. Nothing was taken over.
 *
 * @since 0.1
 */
public final class RefusedSendException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message what is wrong and how to mend it; without personal data
     */
    public RefusedSendException(String message) {
        super(message);
    }
}
