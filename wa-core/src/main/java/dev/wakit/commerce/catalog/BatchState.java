package dev.wakit.commerce.catalog;

import java.util.Locale;

/**
 * How far the BSP is with a batch.
 *
 * <p>Source: Meta's reference of {@code check_batch_request_status}, which names these six.
 *
 * @since 0.1
 */
public enum BatchState {
    /** It waits for its turn. */
    SCHEDULED,
    /** It is in the queue. */
    DISPATCHED,
    /** It was begun; some changes may be done. */
    STARTED,
    /** It is over; changes without an error are done. */
    FINISHED,
    /** Somebody stopped it; some changes may be done. */
    CANCELED,
    /** It broke off; some changes may be done. */
    ERROR,
    /** A word that this version does not know: ask again later. */
    UNKNOWN;

    /** The constant that a BSP means, in any case; {@link #UNKNOWN} when there is none. */
    public static BatchState from(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT);
        if (name.equals("CANCELLED")) {
            return CANCELED;
        }
        for (BatchState state : values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return UNKNOWN;
    }

    /** Whether nothing more will happen to the batch. */
    public boolean isOver() {
        return this == FINISHED || this == CANCELED || this == ERROR;
    }
}
