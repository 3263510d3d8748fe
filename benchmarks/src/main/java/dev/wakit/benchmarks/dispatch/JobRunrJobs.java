package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.measure.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.jspecify.annotations.Nullable;

/**
 * JobRunr with one job for each message, which sends and updates the row. Its server polls every five seconds; so that this wait is
 * not measured, the first jobs are begun while preparing, and wait at a gate that dispatching opens.
 */
final class JobRunrJobs implements Dispatcher {

    private static final String UNFINISHED =
            "select count(*) from jobrunr_jobs where state in ('ENQUEUED', 'PROCESSING', 'FAILED', 'SCHEDULED')";
    private static final int POLL_MILLIS = 5;
    private static final int SPARE_CONNECTIONS = 10;
    private static final int BEGIN_SECONDS = 60;
    private static final Duration POLL = Duration.ofSeconds(5);

    private final Target target;
    private int prepared;

    JobRunrJobs(Settings settings) throws SQLException {
        int inFlight = settings.number("inFlight");
        this.target = new Target(
                new PeerHttp(settings, inFlight), RecipientTable.create(settings, inFlight + SPARE_CONNECTIONS));
        Send.target = target;
        JobRunr.configure()
                .useJsonMapper(new JacksonJsonMapper())
                .useStorageProvider(new PostgresStorageProvider(target.table.pool()))
                .useBackgroundJobServer(BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                        .andPollInterval(POLL)
                        .andWorkerCount(inFlight))
                .initialize();
    }

    /** What the jobs use. */
    private static final class Target {
        private final PeerHttp http;
        private final RecipientTable table;
        private volatile CountDownLatch unsent = new CountDownLatch(0);
        private volatile CountDownLatch begun = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(1);

        Target(PeerHttp http, RecipientTable table) {
            this.http = http;
            this.table = table;
        }
    }

    /** The job. JobRunr makes an instance for each run, so what it uses cannot be given to it. */
    public static final class Send {

        private static volatile @Nullable Target target;

        /** Sends to one recipient: the id of the row, a space, the phone. */
        public void send(String recipient) throws InterruptedException {
            int space = recipient.indexOf(' ');
            long id = Long.parseLong(recipient.substring(0, space));
            String phone = recipient.substring(space + 1);
            Target to = Objects.requireNonNull(target, "target");
            to.begun.countDown();
            to.gate.await();
            try {
                to.table.sent(id, to.http.send(id, phone));
                to.unsent.countDown();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void prepare(int messages) throws IOException, InterruptedException, SQLException {
        target.begun = new CountDownLatch(1);
        target.gate = new CountDownLatch(1);
        target.unsent = new CountDownLatch(messages);
        BackgroundJob.<Send, String>enqueue(
                target.table.add(messages).stream().map(row -> row.id() + " " + row.phone()),
                (send, recipient) -> send.send(recipient));
        prepared = messages;
        if (!target.begun.await(BEGIN_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("JobRunr began no job within " + BEGIN_SECONDS + " seconds.");
        }
    }

    @Override
    public int dispatch() throws Exception {
        target.gate.countDown();
        target.unsent.await();
        while (target.table.number(UNFINISHED) > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return prepared;
    }

    @Override
    public void close() {
        JobRunr.destroy();
        target.http.close();
        target.table.close();
    }
}
