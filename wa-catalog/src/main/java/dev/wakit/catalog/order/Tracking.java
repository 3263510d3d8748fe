package dev.wakit.catalog.order;

/**
 * How to follow a shipment. Immutable.
 *
 * @param carrier who carries it, at most 100 characters; may be empty
 * @param number its number there, at most 100 characters; may be empty
 * @param url a page that shows where it is, at most 2,000 characters; may be empty
 * @since 0.1
 */
public record Tracking(String carrier, String number, String url) {

    /** Nothing to follow, such as for a download. */
    public static final Tracking NONE = new Tracking("", "", "");

    /** Checks the lengths. */
    public Tracking {
        Limits.text("tracking.carrier", carrier, 0, 100);
        Limits.text("tracking.number", number, 0, 100);
        Limits.text("tracking.url", url, 0, 2_000);
    }

    /** Without number and address, which lead to the customer. */
    @Override
    public String toString() {
        return "Tracking[" + carrier + "]";
    }
}
