package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.store.Job;
import dev.wakit.campaign.store.JobRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Jobs: done by one worker at a time, again when they are due, and by another worker when the first one stops.
 *
 * @since 0.1
 */
public abstract class JobContract extends StoreFixture {

    private static final int WAIT_SECONDS = 60;

    /** For subclasses. */
    protected JobContract() {}

    private static List<Job> job(java.util.function.UnaryOperator<java.time.Instant> work) {
        return List.of(new Job("test", work));
    }

    @Test
    void isDoneByOneWorkerAtATimeAndAgainWhenItIsDue() throws InterruptedException {
        var together = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new CountDownLatch(4);
        List<Job> jobs = job(now -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            done.countDown();
            together.decrementAndGet();
            return now.plusMillis(200);
        });
        List<JobRunner.Running> workers = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            workers.add(another().jobs().start("worker-" + n, jobs, InstantSource.system(), LEASE));
        }
        try {
            assertThat(done.await(WAIT_SECONDS, TimeUnit.SECONDS))
                    .as("the job was done four times")
                    .isTrue();
        } finally {
            workers.forEach(JobRunner.Running::stop);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void isDoneByAnotherWorkerWhenTheFirstOneStops() throws InterruptedException {
        var first = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        JobRunner.Running stopped = another()
                .jobs()
                .start(
                        "worker-1",
                        job(now -> {
                            first.countDown();
                            return now;
                        }),
                        InstantSource.system(),
                        LEASE);
        assertThat(first.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        stopped.stop();

        JobRunner.Running next = another()
                .jobs()
                .start(
                        "worker-2",
                        job(now -> {
                            second.countDown();
                            return now.plus(Duration.ofHours(1));
                        }),
                        InstantSource.system(),
                        LEASE);

        try {
            assertThat(second.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            next.stop();
            next.stop();
        }
    }

    @Test
    void isNotDoneBeforeItIsDue() throws InterruptedException {
        var done = new AtomicInteger();
        var first = new CountDownLatch(1);
        var other = new CountDownLatch(3);
        List<Job> jobs = List.of(
                new Job("yearly", now -> {
                    done.incrementAndGet();
                    first.countDown();
                    return now.plus(Duration.ofDays(365));
                }),
                new Job("often", now -> {
                    other.countDown();
                    return now;
                }));
        JobRunner.Running running = stores().jobs().start(WORKER, jobs, InstantSource.system(), LEASE);
        try {
            assertThat(first.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(other.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            running.stop();
        }
        assertThat(done).hasValue(1);
    }
}
