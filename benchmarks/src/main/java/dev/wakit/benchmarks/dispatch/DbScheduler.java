package dev.wakit.benchmarks.dispatch;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.wakit.benchmarks.measure.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * db-scheduler with one task for each message, in its fastest way of polling; the task sends and updates the row. Its own
 * recommended schema and settings for throughput.
 */
final class DbScheduler implements Dispatcher {

    private static final String SCHEMA = """
            create table scheduled_tasks (
                task_name text not null,
                task_instance text not null,
                task_data bytea,
                execution_time timestamp with time zone not null,
                picked boolean not null,
                picked_by text,
                last_success timestamp with time zone,
                last_failure timestamp with time zone,
                consecutive_failures int,
                last_heartbeat timestamp with time zone,
                version bigint not null,
                priority smallint,
                primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private static final int BATCH = 1_000;
    private static final int POLL_MILLIS = 2;
    private static final int SPARE_CONNECTIONS = 6;

    private final PeerHttp http;
    private final RecipientTable table;
    private final OneTimeTask<String> task;
    private final Scheduler scheduler;
    private volatile CountDownLatch unsent = new CountDownLatch(0);
    private int prepared;

    DbScheduler(Settings settings) throws SQLException {
        int inFlight = settings.number("inFlight");
        this.http = new PeerHttp(settings, inFlight);
        this.table = RecipientTable.create(settings, inFlight + SPARE_CONNECTIONS);
        try (Connection connection = table.pool().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        this.task = Tasks.oneTime("send", String.class)
                .execute((instance, context) -> send(Long.parseLong(instance.getId()), instance.getData()));
        this.scheduler = Scheduler.create(table.pool(), task)
                .threads(inFlight)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        scheduler.start();
        scheduler.pause();
    }

    private void send(long id, String phone) {
        try {
            table.sent(id, http.send(id, phone));
            unsent.countDown();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void prepare(int messages) throws SQLException {
        scheduler.pause();
        Instant due = Instant.now();
        List<RecipientTable.Row> rows = table.add(messages);
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<TaskInstance<?>> some = rows.subList(from, Math.min(from + BATCH, rows.size())).stream()
                    .map(row -> task.instance(Long.toString(row.id()), row.phone()))
                    .collect(Collectors.toCollection(ArrayList::new));
            scheduler.scheduleBatch(some, due);
        }
        unsent = new CountDownLatch(messages);
        prepared = messages;
    }

    @Override
    public int dispatch() throws Exception {
        scheduler.resume();
        unsent.await();
        // A task is done when its row is deleted, which is after its code ran.
        while (table.number("select count(*) from scheduled_tasks") > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return prepared;
    }

    @Override
    public void close() {
        scheduler.stop();
        http.close();
        table.close();
    }
}
