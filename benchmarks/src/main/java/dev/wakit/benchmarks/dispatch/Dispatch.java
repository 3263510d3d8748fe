package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.bsp.TakenMessages;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/**
 * Sends with one of the ways: a few messages to learn how fast it is, then for {@code warmSeconds} what that makes, then what is
 * measured, for {@code seconds}. So each way is as warm as the others, and is measured as long as they are.
 *
 * <p>Settings: {@code way}, {@code bsp}, {@code inFlight}, {@code warmSeconds}, {@code seconds}, a database; {@code messages}
 * in the place of {@code seconds} for a fixed number. A run whose results are not what the BSP took is a failure, not a number.
 */
public final class Dispatch implements Task {

    /** The setting of a run during which others send to the same BSP, so that its count says nothing. */
    public static final String OTHERS_SEND = "extraLoad";

    private static final int PILOT_FOR_EACH_SLOT = 5;
    private static final int LEAST_PILOT = 20;
    private static final int LEAST = 100;
    private static final int MOST = 5_000_000;

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        try (Dispatcher way = way(settings)) {
            int pilot = Math.max(LEAST_PILOT, settings.number("inFlight") * PILOT_FOR_EACH_SLOT);
            double rate = rate(way, pilot);
            // In two steps, because the first answer is that of cold code.
            rate = rate(way, messages(rate, settings.decimal("warmSeconds") / 3));
            rate = rate(way, messages(rate, settings.decimal("warmSeconds") * 2 / 3));

            way.prepare(settings.number("messages", messages(rate, settings.decimal("seconds"))));
            long takenBefore = TakenMessages.at(URI.create(settings.text("bsp")));
            stopwatch.begin();
            int sent = way.dispatch();
            stopwatch.end(sent, Map.of());
            long taken = TakenMessages.at(URI.create(settings.text("bsp"))) - takenBefore;
            if (taken != sent && settings.find(OTHERS_SEND).isEmpty()) {
                throw new IllegalStateException("The BSP took " + taken + " messages, but " + sent + " are recorded.");
            }
        }
    }

    private static double rate(Dispatcher way, int messages) throws Exception {
        way.prepare(messages);
        long begun = System.nanoTime();
        int sent = way.dispatch();
        return sent * 1e9 / (System.nanoTime() - begun);
    }

    private static int messages(double rate, double seconds) {
        return (int) Math.min(MOST, Math.max(LEAST, rate * seconds));
    }

    private static Dispatcher way(Settings settings) throws SQLException {
        String way = settings.text("way");
        return switch (way) {
            case "bare" -> new BareOkHttp(settings);
            case "wakit" -> new WaKitCampaign(settings);
            case "documents" -> new DocumentsLoop(settings);
            case "db-scheduler" -> new DbScheduler(settings);
            case "jobrunr" -> new JobRunrJobs(settings);
            default -> throw new IllegalArgumentException("There is no way '" + way
                    + "'. Use bare, wakit, documents, db-scheduler or jobrunr.");
        };
    }
}
