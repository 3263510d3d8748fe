package dev.wakit.campaign.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettledTest {

    private static final int ROUNDS = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatCameSinceIsNeverLessThanNothingAndNeverMoreFailuresThanMessages(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Settled then = random(random);
            Settled now = random(random);

            Settled since = now.minus(then);

            assertThat(since.failed())
                    .as("%s since %s, seed %d", now, then, seed)
                    .isNotNegative();
            assertThat(since.messages())
                    .as("%s since %s, seed %d", now, then, seed)
                    .isGreaterThanOrEqualTo(since.failed());
        }
    }

    @Test
    void newFailuresAreNotHiddenByForgivenOnesThatArrivedAfterAll() {
        var forgiven = new Settled(100, 1_000);
        var afterSixtyArrived = new Settled(40, 1_000);
        var afterFiftyNewFailures = new Settled(90, 1_050);

        Settled begin = afterSixtyArrived.least(forgiven);

        assertThat(afterFiftyNewFailures.minus(begin)).isEqualTo(new Settled(50, 50));
    }

    private static Settled random(Random random) {
        int failed = random.nextInt(50);
        return new Settled(failed, failed + random.nextInt(50));
    }
}
