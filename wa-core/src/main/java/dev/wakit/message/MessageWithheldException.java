package dev.wakit.message;

import dev.wakit.WhatsAppException;

/**
 * A message is not worth sending now, such as one about products that are all out of stock; its person is left out.
 *
 * @since 0.1
 */
public final class MessageWithheldException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /** With the reason as a sentence; it is kept and shown, so it names no person. */
    public MessageWithheldException(String reason) {
        super(reason);
    }
}
