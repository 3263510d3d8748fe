package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * WaKit as users run it: encoder, signed attempt refs, error policies, limiters, counters and a listener are all at work; only the
 * rates are set so high that they hold nothing. Preparing plans a campaign while the lane may send one message an hour; that one
 * does not count.
 */
public final class WaKitCampaign implements Dispatcher {

    private static final int POLL_MILLIS = 20;

    private final JdbcStores stores;
    private final MetaProvider provider;
    private final CampaignEngine engine;
    private final CampaignWatch watch = new CampaignWatch();
    private long people;
    private long sentBefore;
    private @Nullable CampaignId campaign;

    /** Opens the stores and starts an engine, as the settings say. */
    public WaKitCampaign(Settings settings) {
        this.stores = WaKit.stores(settings);
        this.provider = WaKit.provider(settings, settings.number("inFlight"));
        this.engine = WaKit.engine(stores, provider).listener(watch).build();
        engine.start();
    }

    @Override
    public void prepare(int messages) throws Exception {
        long first = people;
        people += messages;
        CampaignId id = WaKit.campaign(engine, WaKit.LANE.sender(), first, messages);
        engine.changeThroughput(WaKit.LANE, WaKit.NEARLY_NOTHING);
        engine.campaigns().launch(id);
        watch.await(id, CampaignStatus.RUNNING);
        campaign = id;
        sentBefore = awaitQuiet(id);
    }

    /** Waits until nothing is in flight, and returns how many were sent. */
    private long awaitQuiet(CampaignId id) throws InterruptedException {
        Campaign now = engine.campaigns().get(id);
        while (now.progress().in(DeliveryState.SENDING) > 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            now = engine.campaigns().get(id);
        }
        return now.progress().in(DeliveryState.ACCEPTED);
    }

    @Override
    public int dispatch() throws Exception {
        CampaignId id = Objects.requireNonNull(campaign, "prepare first");
        engine.changeThroughput(WaKit.LANE, WaKit.UNLIMITED);
        watch.await(id, CampaignStatus.COMPLETED);
        // No webhook comes, so what was sent stays in the state of the answer.
        long sent = engine.campaigns().get(id).progress().in(DeliveryState.ACCEPTED);
        return Math.toIntExact(sent - sentBefore);
    }

    /** How long a host waits for the counters of the last campaign, in milliseconds; the median of so many times. */
    public double statisticsMillis(int times) {
        CampaignId id = Objects.requireNonNull(campaign, "prepare first");
        double[] millis = IntStream.range(0, times)
                .mapToDouble(time -> {
                    long begun = System.nanoTime();
                    Campaign read = engine.campaigns().get(id);
                    long took = System.nanoTime() - begun;
                    // So that the read is not for nothing.
                    return read.progress().total() < 0 ? Double.NaN : took / 1e6;
                })
                .sorted()
                .toArray();
        return millis[millis.length / 2];
    }

    @Override
    public void close() {
        engine.close();
        provider.close();
        stores.close();
    }
}
