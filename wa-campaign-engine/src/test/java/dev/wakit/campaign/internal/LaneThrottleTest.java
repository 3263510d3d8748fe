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
    void takesATenthOfTheRateOnAThrottleError() {
        throttle.tooFast("130429", NOW);

        assertThat(throttle.rate()).isCloseTo(72, EXACTLY);
        assertThat(throttle.heldNanos()).isZero();
        assertThat(throttle.slowedBy()).isEqualTo("130429");
    }

    @Test
    void lowersTheRateOnlyOnceForErrorsOfTheSameSecond() {
        for (int i = 0; i < 30; i++) {
            throttle.tooFast("130429", NOW);
        }

        assertThat(throttle.rate()).isCloseTo(72, EXACTLY);
    }

    @Test
    void takesThreeTenthsAndRestsWhenItIsStillTooFast() {
        throttle.tooFast("130429", NOW);
        pass(Duration.ofSeconds(1));
        double met = throttle.rate();

        throttle.tooFast("130429", NOW);

        assertThat(throttle.rate()).isCloseTo(met * 0.7, EXACTLY);
        assertThat(throttle.heldNanos()).isEqualTo(Duration.ofMillis(200).toNanos());
    }

    @Test
    void neverFallsBelowATwentiethOfTheFullRate() {
        for (int i = 0; i < 100; i++) {
            throttle.tooFast("130429", NOW);
            throttle.tooFast("130429", NOW);
            pass(Duration.ofMillis(1_001));
            throttle.tooFast("130429", NOW);
        }

        assertThat(throttle.rate()).isGreaterThanOrEqualTo(4);
    }

    @Test
    void givesAFifthOfTheFullRateBackEachSecond() {
        throttle.tooFast("130429", NOW);
        pass(Duration.ofMillis(250));

        assertThat(throttle.rate()).isCloseTo(76, EXACTLY);
    }

    @Test
    void climbsSlowlyAboveTheRateThatWasTooFast() {
        throttle.tooFast("130429", NOW);
        pass(Duration.ofMillis(350));
        assertThat(throttle.rate()).isCloseTo(77.6, EXACTLY);

        pass(Duration.ofSeconds(1));

        assertThat(throttle.rate()).isCloseTo(78.4, EXACTLY);
    }

    @Test
    void losesATenthOfASecondOfSpeedByOneError() {
        throttle.tooFast("130429", NOW);
        double sent = 0;
        for (int i = 0; i < 1_000; i++) {
            sent += throttle.heldNanos() > 0 ? 0 : throttle.rate() / 100;
            pass(Duration.ofMillis(10));
        }

        assertThat(10 * 80 - sent).isBetween(0.0, 8.0);
    }

    @Test
    void settlesBelowALimitThatIsReallyLower() {
        int refused = 0;
        int accepted = 0;
        for (int i = 0; i < 6_000; i++) {
            double rate = throttle.heldNanos() > 0 ? 0 : throttle.rate();
            if (rate > 40) {
                throttle.tooFast("130429", NOW);
                refused++;
            }
            accepted += (int) Math.min(rate, 40);
            pass(Duration.ofMillis(10));
        }

        assertThat(accepted / 6_000.0).isGreaterThan(34);
        assertThat(refused / 6_000.0).isLessThan(0.2);
    }

    @Test
    void takesOverAnotherFullRateAtOnce() {
        throttle.tooFast("130429", NOW);

        throttle.changeFullRate(1_000);

        assertThat(throttle.rate()).isCloseTo(1_000, EXACTLY);
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
        pass(Duration.ofSeconds(1));
        throttle.tooFast("130429 Rate limit hit", NOW);

        assertThat(throttle.hold()).contains(new LaneThrottle.Hold("130429 Rate limit hit", NOW.plusMillis(200)));
        pass(Duration.ofMillis(200));
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
