package dev.wakit.campaign.pacing;

import java.time.Duration;

/**
 * A pause after every so many messages of a campaign. Immutable.
 *
 * @param size how many messages go before a pause, at least 1
 * @param pause how long it is, above zero
 * @since 0.1
 */
public record BatchPause(int size, Duration pause) {

    /** Checks the numbers. */
    public BatchPause {
        if (size < 1) {
            throw new IllegalArgumentException("A batch of " + size + " messages is not possible. Use at least 1.");
        }
        if (pause.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException("A pause of " + pause + " is not possible. Use one above zero.");
        }
    }
}
