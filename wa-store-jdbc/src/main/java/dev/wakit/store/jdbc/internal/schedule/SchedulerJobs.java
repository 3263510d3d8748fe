package dev.wakit.store.jdbc.internal.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import dev.wakit.campaign.store.Job;
import dev.wakit.campaign.store.JobRunner;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * Jobs on db-scheduler: a row for each job, which workers pick with an optimistic lock. Thread-safe.
 *
 * <p>Only the worker that picks a job writes; all others read a row a second.
 */
public final class SchedulerJobs implements JobRunner {

    private static final String TABLE = "wa_job";
    private static final String ONE = "one";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration SHORTEST_HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final int THREADS = 2;

    private final DataSource database;
    private final Dialect dialect;

    /** Over a database. */
    public SchedulerJobs(DataSource database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    @Override
    public Running start(String worker, List<Job> jobs, InstantSource clock, Duration lease) {
        Duration heartbeat = lease.compareTo(SHORTEST_HEARTBEAT) < 0 ? SHORTEST_HEARTBEAT : lease;
        Scheduler scheduler = Scheduler.create(database)
                .startTasks(jobs.stream().map(job -> task(job, clock)).toList())
                .tableName(TABLE)
                .schedulerName(() -> worker)
                .clock(clock::instant)
                .jdbcCustomization(dialect.jobs())
                .commitWhenAutocommitDisabled(true)
                .threads(THREADS)
                .pollingInterval(POLL)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP)
                .failureLogging(LogLevel.WARN, true)
                .build();
        scheduler.start();
        return scheduler::stop;
    }

    private static CustomTask<Void> task(Job job, InstantSource clock) {
        return Tasks.custom("wakit-" + job.name(), Void.class)
                .scheduleOnStartup(ONE, null, now -> now)
                .onFailureReschedule(FixedDelay.of(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    Instant next = job.work().apply(clock.instant());
                    return new OnCompleteReschedule<>(new At(next));
                });
    }

    /** A time that the job has said itself. */
    private record At(Instant next) implements Schedule {

        @Override
        public Instant getNextExecutionTime(ExecutionComplete complete) {
            return next;
        }

        @Override
        public boolean isDeterministic() {
            return false;
        }
    }
}
