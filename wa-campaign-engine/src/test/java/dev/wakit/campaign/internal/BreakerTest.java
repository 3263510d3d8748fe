package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final String UNCLEAR = "HTTP 500";
    private static final String ANSWERED = "";

    private final AtomicLong nanos = new AtomicLong(7);
    private final Breaker breaker = new Breaker("lane", Breaker.Rules.NO_CLEAR_ANSWER, nanos::get);

    @Test
    void staysClosedWhileTheBspAnswersIfOnlyWithNo() {
        for (int i = 0; i < 100; i++) {
            answer(ANSWERED);
        }

        assertThat(breaker.isProbing()).isFalse();
        assertThat(breaker.hold()).isEmpty();
    }

    @Test
    void opensAfterTwentyRequestsOfWhichHalfGotNoClearAnswer() {
        for (int i = 0; i < 10; i++) {
            answer(ANSWERED);
        }
        for (int i = 0; i < 9; i++) {
            answer(UNCLEAR);
        }
        assertThat(breaker.isProbing()).isFalse();

        answer(UNCLEAR);

        assertThat(breaker.tryAcquire()).isFalse();
        assertThat(breaker.hold())
                .contains(new LaneThrottle.Hold(
                        "Half of the last 20 requests got no clear answer: HTTP 500", NOW.plusSeconds(5)));
    }

    @Test
    void letsOneRequestTryAfterThePauseAndClosesOnItsAnswer() {
        open();
        pass(Duration.ofSeconds(6));
        assertThat(breaker.heldNanos()).isZero();

        assertThat(breaker.tryAcquire()).isTrue();
        assertThat(breaker.tryAcquire()).isFalse();
        breaker.record(ANSWERED, NOW);

        assertThat(breaker.isProbing()).isFalse();
        assertThat(breaker.tryAcquire()).isTrue();
    }

    @Test
    void doublesThePauseWithEachFailedTryUpToFiveMinutes() {
        open();
        for (int expected : new int[] {10, 20, 40, 80, 160, 300, 300}) {
            pass(Duration.ofNanos(breaker.heldNanos()).plusMillis(1));
            assertThat(breaker.tryAcquire()).isTrue();
            breaker.record(UNCLEAR, NOW);

            assertThat(Duration.ofNanos(breaker.heldNanos())).isEqualTo(Duration.ofSeconds(expected));
        }
    }

    @Test
    void givesAPermissionThatWasNotUsedToTheNext() {
        open();
        pass(Duration.ofSeconds(6));
        assertThat(breaker.tryAcquire()).isTrue();

        breaker.release();

        assertThat(breaker.tryAcquire()).isTrue();
    }

    @Test
    void forgetsEverythingWhenTheCauseIsMended() {
        open();

        breaker.reset();

        assertThat(breaker.hold()).isEmpty();
        assertThat(breaker.tryAcquire()).isTrue();
    }

    private void open() {
        for (int i = 0; i < 20; i++) {
            answer(UNCLEAR);
        }
    }

    private void answer(String outcome) {
        assertThat(breaker.tryAcquire()).isTrue();
        breaker.record(outcome, NOW);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
