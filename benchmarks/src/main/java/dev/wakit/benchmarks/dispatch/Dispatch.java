package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.bsp.TakenMessages;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;

/**
 * Sends with one of the ways. Batches that grow, for {@code warmSeconds} together, warm it up and tell how fast it is; then comes what
 * is measured, as many as it manages in {@code seconds}. So each way is as warm as the others, and is measured as long as they are.
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
    private static final int LEAST_BATCHES = 3;
    private static final int MOST_BATCHES = 12;
    private static final int GROWTH = 4;
    private static final int MOST = 5_000_000;

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        try (Dispatcher way = way(settings)) {
            double rate = warmedUp(way, settings);
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

    /**
     * Warms up, and returns how many messages a second the last batch had. Each way has some moments at the begin and the end of a
     * batch that do not depend on its size, so a short one says too little: the last has a third of the time at least.
     */
    private static double warmedUp(Dispatcher way, Settings settings) throws Exception {
        double wanted = settings.decimal("warmSeconds");
        int messages = Math.max(LEAST_PILOT, settings.number("inFlight") * PILOT_FOR_EACH_SLOT);
        double rate = 0;
        double last = 0;
        double passed = 0;
        for (int batch = 0;
                batch < LEAST_BATCHES || batch < MOST_BATCHES && (passed < wanted || last < wanted / 3);
                batch++) {
            way.prepare(messages);
            long begun = System.nanoTime();
            int sent = way.dispatch();
            last = (System.nanoTime() - begun) / 1e9;
            passed += last;
            rate = sent / last;
            messages = (int) Math.max(LEAST_PILOT, Math.min(messages(rate, wanted / 2), (long) messages * GROWTH));
        }
        return rate;
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
            default ->
                throw new IllegalArgumentException(
                        "There is no way '" + way + "'. Use bare, wakit, documents, db-scheduler or jobrunr.");
        };
    }
}
