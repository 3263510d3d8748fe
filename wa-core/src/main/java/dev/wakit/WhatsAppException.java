package dev.wakit;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception that WaKit throws on purpose.
 *
 * <p>Its subtypes are split by what the caller does next. Messages never contain credentials, message bodies or whole
 * phone numbers, so they may be logged.
 *
 * @since 0.1
 */
public abstract class WhatsAppException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected WhatsAppException(String message) {
        super(message);
    }

    protected WhatsAppException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
