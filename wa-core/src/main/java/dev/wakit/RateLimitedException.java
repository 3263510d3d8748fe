package dev.wakit;

/**
 * Nothing was sent because the sender is too fast: slow down and try again later.
 *
 * @since 0.1
 */
public final class RateLimitedException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, with which value, what to do; without personal data
     */
    public RateLimitedException(String message) {
        super(message);
    }
}
