package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.event.CampaignEvent;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of jumps of the wall clock: it was set, or the machine was suspended, in which time the monotonic clock stands still.
 * Belongs to one loop.
 */
final class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final TenantId tenant;
    private final Notifier notifier;
    private @Nullable Moment before;

    ClockWatch(TenantId tenant, Notifier notifier) {
        this.tenant = tenant;
        this.notifier = notifier;
    }

    /** Compares the clocks with the last look. */
    void look(Moment now) {
        Moment last = before;
        before = now;
        if (last == null) {
            return;
        }
        Instant expected = last.at().plusNanos(now.nanos() - last.nanos());
        Duration by = Duration.between(expected, now.at());
        if (by.abs().compareTo(LaneTrust.MAX_CLOCK_JUMP) >= 0) {
            LOG.warn(
                    "The wall clock jumped by {} to {}: it was set, or the machine was suspended. What was prepared before is given"
                            + " back unsent; check the machine's time service",
                    by,
                    now.at());
            notifier.tell(new CampaignEvent.ClockJumped(tenant, by, now.at()));
        }
    }
}
