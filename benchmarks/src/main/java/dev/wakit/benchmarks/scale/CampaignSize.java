package dev.wakit.benchmarks.scale;

import dev.wakit.benchmarks.dispatch.WaKitCampaign;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import java.util.Map;

/**
 * Sends one campaign of a given size, and reads its counters at the end: what a message costs, how much memory the worker needs and
 * how long statistics take should not depend on the size.
 *
 * <p>Settings: {@code recipients}, {@code warm}, {@code inFlight}, {@code bsp}, a database.
 */
public final class CampaignSize implements Task {

    private static final int READS = 101;

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        try (var campaign = new WaKitCampaign(settings)) {
            campaign.prepare(settings.number("warm"));
            campaign.dispatch();
            campaign.prepare(settings.number("recipients"));
            stopwatch.begin();
            int sent = campaign.dispatch();
            double seconds = stopwatch.seconds();
            double statistics = campaign.statisticsMillis(READS);
            stopwatch.end(
                    sent, seconds, Map.of("microsPerMessage", seconds * 1e6 / sent, "statisticsMillis", statistics));
        }
    }
}
