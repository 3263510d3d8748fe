package dev.wakit.campaign.internal;

import java.time.Duration;
import java.time.Instant;

/** Now, by both clocks: the wall's for what people see, the monotonic one for measuring. */
record Moment(Instant at, long nanos) {

    /** The wall time at which the monotonic clock will show this. */
    Instant atNanos(long later) {
        return at.plusNanos(Math.max(0, later - nanos));
    }

    Moment plus(Duration time) {
        return new Moment(at.plus(time), nanos + time.toNanos());
    }
}
