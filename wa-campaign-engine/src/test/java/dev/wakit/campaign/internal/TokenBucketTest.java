package dev.wakit.campaign.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 10, 80, 1_000, 10_000})
    void givesTheRateOverAMinute(double rate) {
        var bucket = new TokenBucket(rate, 0);
        long taken = 0;
        for (long now = 0; now <= 60 * SECOND; now += SECOND / 50) {
            int available = bucket.available(now);
            bucket.take(available);
            taken += available;
        }

        assertThat((double) taken).isCloseTo(rate * 60, Percentage.withPercentage(4));
    }

    @Test
    void neverGivesMoreThanTheBurstAfterALongRest() {
        var bucket = new TokenBucket(80, 0);

        assertThat(bucket.available(3_600 * SECOND)).isEqualTo(8);
    }

    @Test
    void tellsWhenThereAreEnough() {
        var bucket = new TokenBucket(80, 0);
        bucket.take(bucket.available(0));

        long wait = bucket.nanosUntil(4, 0);

        assertThat(bucket.available(wait - SECOND / 100)).isLessThan(4);
        assertThat(bucket.available(wait)).isEqualTo(4);
    }

    @Test
    void alwaysLetsASingleMessageThrough() {
        var bucket = new TokenBucket(1.0 / 60, 0);
        bucket.take(bucket.available(0));

        assertThat(bucket.available(59 * SECOND)).isZero();
        assertThat(bucket.available(61 * SECOND)).isEqualTo(1);
    }

    @Test
    void keepsItsPermitsWithinTheNewBurstWhenTheRateDrops() {
        var bucket = new TokenBucket(1_000, 0);
        bucket.available(SECOND);

        bucket.changeRate(10, SECOND);

        assertThat(bucket.available(SECOND)).isEqualTo(1);
    }
}
