package dev.wakit.provider.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallThreadsTest {

    private static final int MOST = 4;

    private final CallThreads threads = new CallThreads("call-", MOST);

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void asManyCallsAsAllowedAreUnderWayAtOnce() throws Exception {
        var together = new CyclicBarrier(MOST + 1);
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < MOST; i++) {
                threads.run(() -> await(together));
            }
            // Comes back only if all of them stand at the barrier at once.
            together.await(60, SECONDS);
        }
    }

    @Test
    void everyCallIsMadeOnceAndNeverMoreThanAllowedAtOnce() throws Exception {
        int each = 5_000;
        int producers = 3;
        var made = new CountDownLatch(each * producers);
        var times = new ConcurrentHashMap<Integer, Integer>();
        var now = new AtomicInteger();
        var highest = new AtomicInteger();
        for (int producer = 0; producer < producers; producer++) {
            int first = producer * each;
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            int call = first + i;
                            threads.run(() -> {
                                highest.accumulateAndGet(now.incrementAndGet(), Math::max);
                                times.merge(call, 1, Integer::sum);
                                now.decrementAndGet();
                                made.countDown();
                            });
                        }
                    })
                    .start();
        }

        assertThat(made.await(60, SECONDS)).isTrue();
        assertThat(times)
                .hasSize(each * producers)
                .allSatisfy((call, count) -> assertThat(count).isOne());
        assertThat(highest.get()).isBetween(1, MOST);
    }

    @Test
    void aCallThatThrowsOrLeavesAnInterruptBehindDoesNotTroubleTheNext() throws Exception {
        for (int i = 0; i < 3 * MOST; i++) {
            threads.run(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {});
                Thread.currentThread().interrupt();
                throw new IllegalStateException("expected");
            });
        }
        var together = new CyclicBarrier(MOST + 1);
        for (int i = 0; i < MOST; i++) {
            threads.run(() -> await(together));
        }

        together.await(60, SECONDS);
    }

    @Test
    void whatWaitsWhenTheyAreClosedIsRunAndNothingMoreIsTaken() throws Exception {
        var begun = new CountDownLatch(MOST);
        var goOn = new CountDownLatch(1);
        var made = new CountDownLatch(2 * MOST);
        for (int i = 0; i < 2 * MOST; i++) {
            threads.run(() -> {
                begun.countDown();
                await(goOn);
                made.countDown();
            });
        }
        assertThat(begun.await(60, SECONDS)).isTrue();
        threads.close();

        assertThatThrownBy(() -> threads.run(() -> {})).isInstanceOf(RejectedExecutionException.class);
        goOn.countDown();
        assertThat(made.await(60, SECONDS)).isTrue();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(60, SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
