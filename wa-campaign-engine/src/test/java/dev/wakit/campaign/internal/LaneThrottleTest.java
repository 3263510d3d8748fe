package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LaneThrottleTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

    private final AtomicLong nanos = new AtomicLong(5);
    private final LaneThrottle throttle = new LaneThrottle(80, nanos::get);

    @Test
    void halvesTheRateOnAThrottleError() {
        throttle.tooFast("130429", NOW);

        assertThat(throttle.rate()).isCloseTo(40, EXACTLY);
    }

    @Test
    void halvesOnlyOnceForErrorsOfTheSameSecond() {
        for (int i = 0; i < 30; i++) {
            throttle.tooFast("130429", NOW);
        }

        assertThat(throttle.rate()).isCloseTo(40, EXACTLY);
    }

    @Test
    void givesBackATwentiethOfTheFullRateEachSecond() {
        throttle.tooFast("130429", NOW);
        pass(Duration.ofSeconds(3));

        assertThat(throttle.rate()).isCloseTo(52, EXACTLY);
    }

    @Test
    void returnsToTheFullRateAndNotBeyond() {
        throttle.tooFast("130429", NOW);
        pass(Duration.ofMinutes(5));

        assertThat(throttle.rate()).isCloseTo(80, EXACTLY);
    }

    @Test
    void saysWhyAndUntilWhenItHolds() {
        throttle.tooFast("130429 Rate limit hit", NOW);

        assertThat(throttle.hold()).contains(new LaneThrottle.Hold("130429 Rate limit hit", NOW.plusSeconds(1)));
        pass(Duration.ofSeconds(1));
        assertThat(throttle.hold()).isEmpty();
    }

    @Test
    void waitsLongerEachTimeTheBspCannotBeReached() {
        throttle.unreachable("connection refused", NOW);
        assertThat(throttle.heldNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        pass(Duration.ofSeconds(1));
        throttle.unreachable("connection refused", NOW);
        assertThat(throttle.heldNanos()).isEqualTo(Duration.ofSeconds(2).toNanos());

        pass(Duration.ofSeconds(2));
        throttle.reached();
        throttle.unreachable("connection refused", NOW);
        assertThat(throttle.heldNanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
