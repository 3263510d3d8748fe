package dev.wakit.samples.server.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateHistoryTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final RateHistory history = new RateHistory();

    @Test
    void countsFromItsFirstSample() {
        history.sample(START, 500);
        history.sample(START.plusSeconds(1), 580);
        history.sample(START.plusSeconds(2), 640);

        assertThat(history.points(START.plusSeconds(10)).sent()).containsExactly(80, 60);
    }

    @Test
    void showsPausesAsNothingSent() {
        history.sample(START, 0);
        history.sample(START.plusSeconds(1), 80);
        history.sample(START.plusSeconds(4), 100);

        assertThat(history.points(START.plusSeconds(10)).sent()).containsExactly(80, 0, 0, 20);
    }

    @Test
    void leavesOutTheSecondThatIsGoingOn() {
        history.sample(START, 0);
        history.sample(START.plusSeconds(1), 80);
        history.sample(START.plusSeconds(2), 90);

        assertThat(history.points(START.plusMillis(2_100)).sent()).containsExactly(80);
    }

    @Test
    void doesNotCountBackwardsWhenMessagesWaitAgain() {
        history.sample(START, 0);
        history.sample(START.plusSeconds(1), 80);
        history.sample(START.plusSeconds(2), 70);

        assertThat(history.points(START.plusSeconds(10)).sent()).containsExactly(80, 0);
    }

    @Test
    void growsCoarserInsteadOfLonger() {
        history.sample(START, 0);
        for (int second = 1; second <= 5_000; second++) {
            history.sample(START.plusSeconds(second), second * 10L);
        }

        RateHistory.Points points = history.points(START.plusSeconds(6_000));
        assertThat(points.sent()).hasSizeLessThanOrEqualTo(600);
        assertThat(points.step()).isEqualTo(16);
        assertThat(points.sent().stream().mapToInt(Integer::intValue).sum()).isEqualTo(50_000);
    }

    @Test
    void averagesTheLastSeconds() {
        history.sample(START, 0);
        for (int second = 1; second <= 10; second++) {
            history.sample(START.plusSeconds(second), second * 80L);
        }

        assertThat(history.perSecond(START.plusSeconds(11))).isEqualTo(80);
        assertThat(history.perSecond(START.plusSeconds(60))).isZero();
    }
}
