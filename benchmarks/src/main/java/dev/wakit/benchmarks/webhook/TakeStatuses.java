package dev.wakit.benchmarks.webhook;

import dev.wakit.benchmarks.dispatch.CampaignWatch;
import dev.wakit.benchmarks.dispatch.WaKit;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.store.jdbc.JdbcStores;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Signed bodies over HTTP until each is committed, which is when 200 comes, and until every status is merged into its delivery.
 * The client that posts is in the same process, so its processor time is in the row.
 *
 * <p>Settings: {@code statuses}, {@code perBody}, {@code shuffled}, {@code connections}, {@code bsp}, a database, and {@code rate}
 * for statuses that come so fast and no faster.
 */
public final class TakeStatuses implements Task {

    private static final int IN_FLIGHT = 256;
    private static final int STATUSES_OF_A_MESSAGE = 3;
    private static final int WARM_PART = 5;
    private static final int POLL_MILLIS = 5;
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(15);

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        int people = settings.number("statuses") / STATUSES_OF_A_MESSAGE;
        var watch = new CampaignWatch();
        try (var stores = WaKit.stores(settings);
                var provider = new AcceptingProvider(WaKit.provider(settings, IN_FLIGHT));
                CampaignEngine engine = WaKit.engine(stores, provider)
                        .listener(watch)
                        // What waits is measured; it must not hold anything.
                        .inboxLimit(Long.MAX_VALUE)
                        .build();
                var server = WebhookServer.start(engine.webhooks());
                var poster = new Poster(server.uri(), settings.number("connections"))) {
            engine.start();
            CampaignId warm = sent(engine, watch, 0, people / WARM_PART);
            List<String> warmRefs = provider.refs();
            poster.post(bodies(settings, warmRefs), 0);
            awaitRead(engine, stores, warm, people / WARM_PART);

            CampaignId id = sent(engine, watch, people / WARM_PART, people);
            List<String> refs = provider.refs().subList(warmRefs.size(), warmRefs.size() + people);
            List<Bodies.Body> bodies = bodies(settings, refs);
            long statuses = bodies.stream().mapToInt(Bodies.Body::statuses).sum();

            stopwatch.begin();
            Poster.Waits waits = poster.post(bodies, settings.number("rate", 0));
            double taken = stopwatch.seconds();
            awaitRead(engine, stores, id, people);
            stopwatch.end(
                    statuses,
                    Map.of(
                            "committedPerSecond", statuses / taken,
                            "to200MedianMillis", waits.median(),
                            "to200P99Millis", waits.p99(),
                            "to200MaxMillis", waits.longest()));
        }
    }

    private static List<Bodies.Body> bodies(Settings settings, List<String> refs) {
        return Bodies.of(
                refs,
                settings.number("perBody"),
                Boolean.parseBoolean(settings.text("shuffled")),
                WaKit.APP_SECRET,
                Instant.now().getEpochSecond());
    }

    private static CampaignId sent(CampaignEngine engine, CampaignWatch watch, long first, int people)
            throws InterruptedException, TimeoutException {
        CampaignId id = WaKit.campaign(engine, WaKit.LANE.sender(), first, people);
        engine.campaigns().launch(id);
        watch.await(id, CampaignStatus.COMPLETED);
        return id;
    }

    private static void awaitRead(CampaignEngine engine, JdbcStores stores, CampaignId id, int people)
            throws InterruptedException, IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isRead(engine.campaigns().get(id).progress(), people)
                || stores.inbox().backlog() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IOException("Not all statuses were merged: "
                        + engine.campaigns().get(id).progress());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static boolean isRead(CampaignProgress progress, int people) {
        return progress.in(DeliveryState.READ) == people && progress.sent() == people && progress.delivered() == people;
    }
}
