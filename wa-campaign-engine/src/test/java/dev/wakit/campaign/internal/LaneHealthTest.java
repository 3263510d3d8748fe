package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaneHealthTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final AtomicLong nanos = new AtomicLong(7);
    private final Breaker breaker = new Breaker("lane", Breaker.Rules.NO_CLEAR_ANSWER, nanos::get);
    private final LaneThrottle throttle = new LaneThrottle(80, nanos::get);
    private final LaneHealth health = new LaneHealth(
            () -> breaker.heldNanos() > 0 || throttle.wideHold().isPresent(),
            () -> !breaker.isProbing() && throttle.isReached(),
            nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void open() {
        for (int i = 0; i < 20; i++) {
            breaker.tryAcquire();
            breaker.record("HTTP 500", NOW);
        }
    }

    private void probe(String failure) {
        assertThat(breaker.tryAcquire()).isTrue();
        breaker.record(failure, NOW);
    }

    @Test
    void aLaneThatSendsIsNotHeld() {
        assertThat(health.heldFor()).isEmpty();
    }

    @Test
    void theTimeCountsFromWhenTheBreakerOpened() {
        open();
        assertThat(health.heldFor()).contains(Duration.ZERO);

        pass(Duration.ofSeconds(4));

        assertThat(health.heldFor()).contains(Duration.ofSeconds(4));
    }

    @Test
    void aLaneThatMayTryAgainIsNotHeld() {
        open();
        assertThat(health.heldFor()).isPresent();

        pass(Duration.ofSeconds(6));

        assertThat(breaker.isProbing()).isTrue();
        assertThat(health.heldFor()).isEmpty();
    }

    @Test
    void aTryThatFailsGoesOnFromTheFirstFailure() {
        open();
        assertThat(health.heldFor()).isPresent();
        pass(Duration.ofSeconds(6));
        assertThat(health.heldFor()).isEmpty();

        probe("HTTP 500");

        assertThat(health.heldFor()).contains(Duration.ofSeconds(6));
    }

    @Test
    void aTryThatWorksEndsIt() {
        open();
        assertThat(health.heldFor()).isPresent();
        pass(Duration.ofSeconds(6));
        probe("");
        assertThat(health.heldFor()).isEmpty();

        pass(Duration.ofMinutes(1));
        open();

        assertThat(health.heldFor()).contains(Duration.ZERO);
    }

    @Test
    void aBspThatCannotBeReachedHoldsTheLaneUntilItIsReached() {
        throttle.unreachable("connection refused", NOW);
        assertThat(health.heldFor()).contains(Duration.ZERO);
        pass(Duration.ofSeconds(2));
        assertThat(health.heldFor()).as("between two tries").isEmpty();

        throttle.unreachable("connection refused", NOW);
        assertThat(health.heldFor()).contains(Duration.ofSeconds(2));

        pass(Duration.ofSeconds(3));
        throttle.reached();
        assertThat(health.heldFor()).isEmpty();
        pass(Duration.ofSeconds(3));
        throttle.unreachable("connection refused", NOW);
        assertThat(health.heldFor()).contains(Duration.ZERO);
    }

    @Test
    void aLaneThatWasTooFastIsNotUnableToSend() {
        throttle.tooFast("130429", NOW);
        pass(Duration.ofMillis(1_500));
        throttle.tooFast("130429", NOW);

        assertThat(throttle.hold()).as("it rests").isPresent();
        assertThat(health.heldFor()).isEmpty();
    }
}
