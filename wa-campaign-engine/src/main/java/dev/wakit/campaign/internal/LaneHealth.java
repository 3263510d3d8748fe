package dev.wakit.campaign.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For how long a lane has been unable to send at all. Belongs to the loop that watches pools.
 *
 * <p>A lane that may try again has not shown yet that it can send: when its try fails, the time goes on from where it began. So a BSP
 * that is gone is left at once when it fails again, and not after the same wait each time.
 */
final class LaneHealth {

    private final BooleanSupplier isHeld;
    private final BooleanSupplier isProven;
    private final LongSupplier nanos;
    private @Nullable Long unableSinceNanos;

    /**
     * @param isHeld whether something holds the whole lane, other than its own speed
     * @param isProven whether its latest requests showed that it can send
     * @param nanos the monotonic clock
     */
    LaneHealth(BooleanSupplier isHeld, BooleanSupplier isProven, LongSupplier nanos) {
        this.isHeld = isHeld;
        this.isProven = isProven;
        this.nanos = nanos;
    }

    /** Looks again. Returns for how long it has been held; empty if it may send. */
    Optional<Duration> heldFor() {
        long now = nanos.getAsLong();
        if (!isHeld.getAsBoolean()) {
            if (isProven.getAsBoolean()) {
                unableSinceNanos = null;
            }
            return Optional.empty();
        }
        if (unableSinceNanos == null) {
            unableSinceNanos = now;
        }
        return Optional.of(Duration.ofNanos(now - unableSinceNanos));
    }
}
