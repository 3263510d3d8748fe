package dev.wakit.campaign.pacing;

import java.time.Duration;

/**
 * What happens to a scheduled campaign whose start was missed, because no engine was up. Immutable.
 *
 * @param startWithin the latest that it still starts after its time
 * @since 0.1
 */
public record MisfirePolicy(Duration startWithin) {

    /** Engines look at what is due four times a second; after this a start counts as missed. */
    private static final Duration ON_TIME = Duration.ofMinutes(1);

    /** It starts when an engine is up again, however late: the default. */
    public static final MisfirePolicy RUN_NOW = new MisfirePolicy(Duration.ofSeconds(Long.MAX_VALUE));

    /** It is cancelled if it cannot start within a minute of its time. */
    public static final MisfirePolicy SKIP = new MisfirePolicy(ON_TIME);

    /** Checks the time. */
    public MisfirePolicy {
        if (startWithin.isNegative() || startWithin.isZero()) {
            throw new IllegalArgumentException(
                    "Starting within " + startWithin + " is not possible. Use a time above zero.");
        }
    }

    /** It starts if it is not later than this, and is cancelled otherwise. */
    public static MisfirePolicy runIfWithin(Duration startWithin) {
        return new MisfirePolicy(startWithin);
    }
}
