package dev.wakit.campaign.internal.codec;

import dev.wakit.WhatsAppException;
import org.jspecify.annotations.Nullable;

/** A stored message that this version of the library cannot read. The text says why and never quotes the message. */
public final class UnreadableMessageException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    UnreadableMessageException(String problem) {
        super(problem);
    }

    UnreadableMessageException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
