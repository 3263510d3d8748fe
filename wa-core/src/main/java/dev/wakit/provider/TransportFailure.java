package dev.wakit.provider;

/**
 * Why a request got no answer that can be read.
 *
 * <p>Immutable.
 *
 * @param kind where it broke
 * @param detail a short text without personal data
 * @param httpStatus the status of the answer, or 0 if there was none
 * @since 0.1
 */
public record TransportFailure(Kind kind, String detail, int httpStatus) {

    /** A failure without an HTTP status. */
    public static TransportFailure of(Kind kind, String detail) {
        return new TransportFailure(kind, detail, 0);
    }

    /** Where a request broke. */
    public enum Kind {
        /** The host name did not resolve. */
        DNS,
        /** No connection could be opened. */
        CONNECT,
        /** No secure connection could be agreed. */
        TLS,
        /** The connection broke after bytes of the request may have left. */
        CONNECTION_LOST,
        /** No answer in time. */
        TIMEOUT,
        /** The BSP, or something before it, answered with a server fault. */
        SERVER_ERROR,
        /** An answer came that is not what the BSP documents. */
        UNREADABLE,
        /** The provider was closed before anything was sent. */
        CLOSED
    }
}
