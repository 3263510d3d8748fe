package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacedWindowTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 19.6, 78.4, 980})
    void neverGivesMoreThanTheRateInAnySecondHoweverLateItIsAsked(double rate) {
        var window = new SpacedWindow(rate);
        var sent = new ArrayList<Long>();
        var random = new Random(7);
        for (long now = 5; now <= 60 * SECOND; now += random.nextInt(40_000_000)) {
            int count = window.available(now);
            window.take(count, now);
            for (int i = 0; i < count; i++) {
                sent.add(now);
            }
        }

        assertThat(mostInASecond(sent)).isLessThanOrEqualTo((int) Math.ceil(rate));
        assertThat(sent.size() / 60.0).isBetween(rate * 0.96, rate * 1.04 + 1.0 / 60);
    }

    private static int mostInASecond(List<Long> sent) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (sent.get(last) - sent.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    @Test
    void givesAWholeWindowAfterARest() {
        var window = new SpacedWindow(100);
        window.take(window.available(0), 0);

        assertThat(window.available(SECOND - 1)).isZero();
        assertThat(window.available(SECOND)).isEqualTo(100);
        assertThat(window.available(50 * SECOND)).isEqualTo(100);
    }

    @Test
    void tellsWhenThereAreEnough() {
        var window = new SpacedWindow(10);
        for (int i = 0; i < 10; i++) {
            window.take(1, i * SECOND / 20);
        }

        assertThat(window.nanosUntil(3, SECOND / 2)).isEqualTo(SECOND / 2 + 2 * SECOND / 20);
        assertThat(window.available(SECOND + 2 * SECOND / 20)).isEqualTo(3);
        assertThat(window.nanosUntil(99, 0)).isEqualTo(SECOND + 9 * SECOND / 20);
    }

    @Test
    void remembersWhatWasSentWhenTheRateChanges() {
        var window = new SpacedWindow(100);
        window.take(100, 0);

        window.changeRate(50);
        assertThat(window.available(SECOND - 1)).isZero();
        window.changeRate(200);

        assertThat(window.available(SECOND - 1)).isEqualTo(150);
        assertThat(window.available(SECOND)).isEqualTo(200);
    }
}
