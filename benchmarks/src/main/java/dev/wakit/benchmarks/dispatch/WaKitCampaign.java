package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * WaKit as users run it: encoder, signed attempt refs, error policies, limiters, counters and a listener are all at work; only the
 * rates are set so high that they hold nothing. Preparing plans a campaign while the lane may send one message an hour; that one
 * does not count.
 */
final class WaKitCampaign implements Dispatcher {

    private static final int POLL_MILLIS = 20;

    private final JdbcStores stores;
    private final MetaProvider provider;
    private final CampaignEngine engine;
    private final CampaignWatch watch = new CampaignWatch();
    private long people;
    private long sentBefore;
    private @Nullable CampaignId campaign;

    WaKitCampaign(Settings settings) {
        this.stores = WaKit.stores(settings);
        this.provider = WaKit.provider(settings);
        this.engine = WaKit.engine(stores, provider, settings.number("inFlight"))
                .listener(watch)
                .build();
        engine.start();
    }

    @Override
    public void prepare(int messages) throws Exception {
        long first = people;
        people += messages;
        CampaignId id = engine.campaigns()
                .create(CampaignSpec.builder("benchmark")
                        .content(TemplateContent.of("tour_package_marketing", "en_US")
                                .body("{{package}}", "{{price|on request}}"))
                        .audience(Audience.from(LongStream.range(first, people)
                                .mapToObj(n -> AudienceMember.of(People.phone(n))
                                        .named("Asha")
                                        .with("package", "Bali Premium")
                                        .with("price", "45,000"))
                                .iterator()))
                        .build())
                .id();
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

    @Override
    public void close() {
        engine.close();
        provider.close();
        stores.close();
    }
}
