package dev.wakit.benchmarks.scale;

import dev.wakit.address.SenderId;
import dev.wakit.benchmarks.dispatch.CampaignWatch;
import dev.wakit.benchmarks.dispatch.WaKit;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.rate.RateLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * The same number of messages over more and more lanes of one worker, a campaign on each.
 *
 * <p>Settings: {@code lanes}, {@code messages} in all, {@code warm} in all, {@code inFlight} in all, {@code bsp}, a database.
 */
public final class ManyLanes implements Task {

    private long people;

    @Override
    public void run(Settings settings, Stopwatch stopwatch) throws Exception {
        int lanes = settings.number("lanes");
        List<LaneKey> keys = IntStream.rangeClosed(1, lanes)
                .mapToObj(lane ->
                        new LaneKey(WaKit.LANE.tenant(), WaKit.LANE.provider(), SenderId.of(Integer.toString(lane))))
                .toList();
        var watch = new CampaignWatch();
        try (var stores = WaKit.stores(settings);
                var provider = WaKit.provider(settings, settings.number("inFlight"));
                CampaignEngine engine =
                        WaKit.engine(stores, provider).listener(watch).build()) {
            engine.start();
            List<CampaignId> warm = planned(engine, watch, keys, settings.number("warm"));
            sent(engine, watch, keys, warm);

            List<CampaignId> measured = planned(engine, watch, keys, settings.number("messages"));
            long before = accepted(engine, measured);
            stopwatch.begin();
            sent(engine, watch, keys, measured);
            double seconds = stopwatch.seconds();
            long sent = accepted(engine, measured) - before;
            stopwatch.end(sent, seconds, Map.of("microsPerMessage", seconds * 1e6 / sent));
        }
    }

    private List<CampaignId> planned(CampaignEngine engine, CampaignWatch watch, List<LaneKey> lanes, int messages)
            throws InterruptedException, TimeoutException {
        allow(engine, lanes, WaKit.NEARLY_NOTHING);
        int each = Math.max(1, messages / lanes.size());
        var campaigns = new ArrayList<CampaignId>();
        for (LaneKey lane : lanes) {
            CampaignId id = WaKit.campaign(engine, lane.sender(), people, each);
            people += each;
            engine.campaigns().launch(id);
            campaigns.add(id);
        }
        for (CampaignId id : campaigns) {
            watch.awaitPlanned(id);
        }
        return campaigns;
    }

    private static void sent(
            CampaignEngine engine, CampaignWatch watch, List<LaneKey> lanes, List<CampaignId> campaigns)
            throws InterruptedException, TimeoutException {
        allow(engine, lanes, WaKit.UNLIMITED);
        for (CampaignId id : campaigns) {
            watch.await(id, CampaignStatus.COMPLETED);
        }
    }

    private static void allow(CampaignEngine engine, List<LaneKey> lanes, RateLimit rate) {
        lanes.forEach(lane -> engine.changeThroughput(lane, rate));
    }

    private static long accepted(CampaignEngine engine, List<CampaignId> campaigns) {
        return campaigns.stream()
                .mapToLong(id -> engine.campaigns().get(id).progress().in(DeliveryState.ACCEPTED))
                .sum();
    }
}
