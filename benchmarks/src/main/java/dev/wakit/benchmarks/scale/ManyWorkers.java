package dev.wakit.benchmarks.scale;

import dev.wakit.address.SenderId;
import dev.wakit.benchmarks.dispatch.WaKit;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import dev.wakit.benchmarks.service.JavaCommand;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.store.jdbc.JdbcStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lanes shared by several worker processes: how many messages are sent in a stretch of time in the middle, while all lanes work.
 * Each lane has so many places in flight wherever it is, and each worker may have so many lanes at a time as are left for it; with
 * one worker all lanes are its own.
 *
 * <p>Settings: {@code workers}, {@code lanes}, {@code inFlight} of all workers together, {@code people} of each lane, {@code warmSeconds},
 * {@code seconds}, {@code bsp}, a database.
 */
public final class ManyWorkers implements Task {

    private static final int POLL_MILLIS = 50;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        int workers = settings.number("workers");
        // The same number on the wire however many workers share it.
        Settings each = settings.with("inFlight", Math.max(1, settings.number("inFlight") / workers));
        var processes = new ArrayList<Process>();
        try (var stores = WaKit.stores(settings);
                var provider = WaKit.provider(settings, settings.number("inFlight"));
                // Steers only; it is never started.
                CampaignEngine engine = WaKit.engine(stores, provider).build()) {
            List<CampaignId> campaigns = campaigns(engine, settings);
            for (int i = 0; i < workers; i++) {
                processes.add(new ProcessBuilder(JavaCommand.of(
                                List.of("-Xmx256m", "-XX:+UseParallelGC"), EngineProcess.class, each.arguments()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
            }
            campaigns.forEach(id -> engine.campaigns().launch(id));
            awaitShared(stores, engine, campaigns, workers);
            sleep(settings.decimal("warmSeconds"));

            stopwatch.begin();
            long before = accepted(engine, campaigns);
            sleep(settings.decimal("seconds"));
            long after = accepted(engine, campaigns);
            double seconds = stopwatch.seconds();
            requireRunning(engine, campaigns);
            stopwatch.end(after - before, seconds, Map.of());
        } finally {
            for (Process process : processes) {
                process.getOutputStream().close();
            }
        }
    }

    private static List<CampaignId> campaigns(CampaignEngine engine, Settings settings) {
        long people = settings.number("people");
        return IntStream.rangeClosed(1, settings.number("lanes"))
                .mapToObj(lane -> WaKit.campaign(engine, SenderId.of(Integer.toString(lane)), lane * people, people))
                .toList();
    }

    /** Waits until every campaign runs and the lanes are spread over the workers as evenly as they can be. */
    private static void awaitShared(JdbcStores stores, CampaignEngine engine, List<CampaignId> campaigns, int workers)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int most = (campaigns.size() + workers - 1) / workers;
        while (!isShared(stores, most, campaigns.size()) || !areRunning(engine, campaigns)) {
            if (System.nanoTime() > deadline) {
                throw new IOException("The lanes were not spread over " + workers + " workers.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static boolean isShared(JdbcStores stores, int most, int lanes) {
        Map<String, Long> byOwner = stores.lanes().all().stream()
                .filter(row -> !row.isFree())
                .collect(Collectors.groupingBy(row -> row.owner(), Collectors.counting()));
        return byOwner.values().stream().mapToLong(Long::longValue).sum() == lanes
                && byOwner.values().stream().allMatch(count -> count <= most);
    }

    private static boolean areRunning(CampaignEngine engine, List<CampaignId> campaigns) {
        return campaigns.stream().allMatch(id -> engine.campaigns().get(id).status() == CampaignStatus.RUNNING);
    }

    private static void requireRunning(CampaignEngine engine, List<CampaignId> campaigns) throws IOException {
        if (!areRunning(engine, campaigns)) {
            throw new IOException("A campaign ended before the measurement; give 'people' a larger number.");
        }
    }

    private static long accepted(CampaignEngine engine, List<CampaignId> campaigns) {
        return campaigns.stream()
                .mapToLong(id -> engine.campaigns().get(id).progress().in(DeliveryState.ACCEPTED))
                .sum();
    }

    private static void sleep(double seconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
    }
}
