package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LaneWindowTest {

    private final LaneWindow window = new LaneWindow(0);

    @Test
    void isTwiceWhatTheRateNeedsAtTheMeasuredLatency() {
        answer(Duration.ofMillis(300));

        assertThat(window.latencySeconds()).isCloseTo(0.3, Percentage.withPercentage(1));
        assertThat(window.size(500)).isBetween(395, 401);
    }

    @Test
    void growsWhenAnswersTakeLonger() {
        int before = window.size(80);

        answer(Duration.ofSeconds(2));

        assertThat(window.size(80)).isGreaterThan(5 * before).isBetween(330, 337);
    }

    @Test
    void staysWithinItsBounds() {
        answer(Duration.ofMillis(1));
        assertThat(window.size(1)).isEqualTo(20);

        answer(Duration.ofSeconds(20));
        assertThat(window.size(10_000)).isEqualTo(1_000);
    }

    @Test
    void isWhatTheHostSaysWhenItSaysSo() {
        var fixed = new LaneWindow(7);
        fixed.begin();
        fixed.begin();
        fixed.end(1);

        assertThat(fixed.size(1_000)).isEqualTo(7);
        assertThat(fixed.free(1_000)).isEqualTo(6);
    }

    private void answer(Duration latency) {
        for (int i = 0; i < 500; i++) {
            window.answered(latency.toNanos());
        }
    }
}
