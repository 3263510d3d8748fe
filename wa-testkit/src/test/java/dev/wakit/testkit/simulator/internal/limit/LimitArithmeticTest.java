package dev.wakit.testkit.simulator.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitArithmeticTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 10);

    @Test
    void aSlidingSecondAdmitsTheLimitAndNoMore() {
        ThroughputLimit limit = new ThroughputLimit(3, now::get);

        assertThat(IntStream.range(0, 5).filter(i -> limit.admits("a")).count()).isEqualTo(3);
        advance(Duration.ofMillis(999));
        assertThat(limit.admits("a")).isFalse();
        advance(Duration.ofMillis(1));
        assertThat(IntStream.range(0, 5).filter(i -> limit.admits("a")).count()).isEqualTo(3);
    }

    @Test
    void aPairMayBurstAndThenWaitsForEachMessage() {
        PairLimit limit = new PairLimit(Duration.ofSeconds(6), 45, now::get);

        assertThat(IntStream.range(0, 60).filter(i -> limit.admits("a", "b")).count())
                .isEqualTo(45);
        advance(Duration.ofMillis(5_999));
        assertThat(limit.admits("a", "b")).isFalse();
        advance(Duration.ofMillis(1));
        assertThat(limit.admits("a", "b")).isTrue();
        assertThat(limit.admits("a", "b")).isFalse();
        assertThat(limit.admits("a", "c")).isTrue();
    }

    private void advance(Duration duration) {
        now.addAndGet(duration.toNanos());
    }
}
