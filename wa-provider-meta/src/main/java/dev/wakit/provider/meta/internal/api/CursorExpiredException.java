package dev.wakit.provider.meta.internal.api;

import dev.wakit.WhatsAppException;

/** A page pointer is too old (131059); the listing can be begun again. */
final class CursorExpiredException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    CursorExpiredException() {
        super("Meta's page pointers expired (131059)");
    }
}
