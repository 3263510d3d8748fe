package dev.wakit.testkit.dialog360;

/**
 * What 360dialog itself refuses or breaks, before Meta sees it.
 *
 * @since 0.1
 */
public enum Dialog360Refusal {
    /** The number's API is switched off. */
    DISABLED(400, "WhatsApp API has been disabled"),
    /** Its own rate limit, as HTTP 400. */
    RATE_LIMIT(400, "You have exceeded the endpoint rate limit"),
    /** Its own rate limit, as HTTP 429. */
    TOO_MANY_REQUESTS(429, "You have exceeded the endpoint rate limit"),
    /** Invoices are open. */
    PAYMENT(400, "The request was blocked for lack of payment"),
    /** The key is unknown. */
    INVALID_KEY(401, "Invalid api_key"),
    /** The call is closed to this account. */
    BLOCKED(403, "This endpoint is blocked"),
    /** A fault of its own; nobody knows what was done. */
    INTERNAL(500, "Internal server error"),
    /** It does not reach Meta; nobody knows what was done. */
    UNAVAILABLE(502, "WhatsApp for Business API is not available");

    private final int status;
    private final String text;

    Dialog360Refusal(int status, String text) {
        this.status = status;
        this.text = text;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What it says. */
    public String text() {
        return text;
    }
}
