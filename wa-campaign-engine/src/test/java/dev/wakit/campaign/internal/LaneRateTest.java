package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneRateTest {

    private static final long SECOND = 1_000_000_000L;

    /** The thread is up to 15 ms late each time, and 90 ms every two seconds. */
    @ParameterizedTest
    @ValueSource(ints = {20, 80, 1_000})
    void reachesThePermittedRateOnALateThreadWithinTheLimitOfEverySecond(int limit) {
        double permitted = limit * 0.95;
        var rate = new LaneRate(permitted, 0);
        var sent = new ArrayList<Long>();
        var random = new Random(limit);
        long stallAt = 2 * SECOND;
        long now = 0;
        while (now < 60 * SECOND) {
            now += rate.nanosUntil(rate.batch(), now) + random.nextInt(15_000_000);
            if (now > stallAt) {
                now += 90_000_000;
                stallAt += 2 * SECOND;
            }
            int count = rate.available(now);
            rate.take(count, now);
            for (int i = 0; i < count; i++) {
                sent.add(now);
            }
        }

        assertThat(sent.size() / 60.0).isBetween(permitted * 0.98, permitted + 0.2 + permitted / 600);
        for (int i = limit; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - limit)).isGreaterThanOrEqualTo(SECOND);
        }
    }
}
