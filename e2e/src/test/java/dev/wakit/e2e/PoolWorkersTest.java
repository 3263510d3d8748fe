package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolMember.State;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.schedule.Recurrence;
import dev.wakit.campaign.schedule.ScheduleSpec;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools whose workers do not all have every provider, or take over from each other. */
class PoolWorkersTest {

    @TempDir
    private Path folder;

    private final WebhookServer server = WebhookServer.start(0);
    private final MixedPool pool = MixedPool.start(server.port());
    private final MetaProvider meta = pool.metaProvider();
    private final TwilioProvider twilio = pool.twilioProvider();
    private JdbcStores stores;

    @BeforeEach
    void open() {
        stores = Database.sqlite(folder).open();
    }

    @AfterEach
    void close() {
        meta.close();
        twilio.close();
        pool.close();
        server.close();
        stores.close();
    }

    private static Campaign awaitCompleted(CampaignEngine engine, CampaignId id) {
        return Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> engine.campaigns().get(id), campaign -> campaign.status() == CampaignStatus.COMPLETED);
    }

    private static Map<ProviderId, State> states(Campaign campaign) {
        return campaign.members().stream()
                .collect(Collectors.toMap(member -> member.lane().provider(), PoolMember::state));
    }

    @Test
    void whatWaitsForALaneThatNoWorkerHasIsSentByAnother() {
        try (var desk = pool.engine(stores, meta, twilio).build();
                var worker = Worker.builder(stores, meta).build()) {
            CampaignId id = desk.campaigns()
                    .create(pool.spec(People.ordinary(100), pool.senders(1, 1).build())
                            .build())
                    .id();
            server.serve(worker);
            worker.start();
            desk.campaigns().launch(id);

            Campaign done = awaitCompleted(desk, id);

            assertThat(states(done))
                    .containsEntry(MixedPool.TWILIO, State.HELD)
                    .containsEntry(MixedPool.META, State.IN);
            assertThat(done.members()).anyMatch(member -> member.reason().contains("Start one with provider 'twilio'"));
            assertThat(pool.meta.ledger().accepted()).hasSize(100);
            assertThat(pool.meta.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void aLaneThatGetsAWorkerTakesPartAgain() {
        try (var desk = pool.engine(stores, meta, twilio).build();
                var first = Worker.builder(stores, meta).build();
                var second = Worker.builder(stores, twilio).build()) {
            CampaignId id = desk.campaigns()
                    .create(pool.spec(People.ordinary(300), pool.senders(1, 1).build())
                            .rate(RateLimit.perSecond(20))
                            .build())
                    .id();
            first.start();
            desk.campaigns().launch(id);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> states(desk.campaigns().get(id)).get(MixedPool.TWILIO) == State.HELD);

            second.start();

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> states(desk.campaigns().get(id)).get(MixedPool.TWILIO) == State.IN);
        }
    }

    @Test
    void aPoolThatNeverFailsOverWaitsForItsSender() {
        try (var desk = pool.engine(stores, meta, twilio).build();
                var first = Worker.builder(stores, meta).build();
                var second = Worker.builder(stores, twilio).build()) {
            CampaignId id = desk.campaigns()
                    .create(pool.spec(
                                    People.ordinary(60),
                                    pool.senders(1, 1).neverFailOver().build())
                            .build())
                    .id();
            first.start();
            desk.campaigns().launch(id);
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> {
                Campaign campaign = desk.campaigns().get(id);
                return campaign.progress().in(DeliveryState.PENDING)
                                        + pool.meta.ledger().accepted().size()
                                == 60
                        && !pool.meta.ledger().accepted().isEmpty();
            });
            assertThat(states(desk.campaigns().get(id))).doesNotContainValue(State.HELD);

            second.start();

            awaitCompleted(desk, id);
            assertThat(pool.messages().values()).hasSize(60).containsOnly(1L);
            assertThat(pool.twilio.ledger().accepted()).isNotEmpty();
        }
    }

    @Test
    void aRecurringCampaignKeepsThePool() {
        var clock = SettableClock.at(Instant.parse("2026-03-02T08:59:00Z"));
        try (var engine = pool.engine(stores, meta, twilio)
                .clock(clock)
                .audienceSource("customers", dueAt -> Audience.of(People.ordinary(80)))
                .build()) {
            server.serve(engine);
            engine.start();
            CampaignSpec.Builder campaign = CampaignSpec.builder("Order news")
                    .content(TemplateContent.of("order_update", "en_US").body("{{package}}", "on its way"))
                    .contentFor(
                            MixedPool.TWILIO,
                            TemplateContent.of("order_update", "en").body("{{price}}", "paid"))
                    .senders(pool.senders(1, 1).build());
            engine.schedules()
                    .create(ScheduleSpec.builder(campaign, Recurrence.cron("0 9 * * *", ZoneOffset.UTC))
                            .audienceFrom("customers")
                            .build());

            clock.set(Instant.parse("2026-03-02T09:00:01Z"));

            List<Campaign> made = Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(
                            () -> engine.campaigns().list(CampaignQuery.newest(5)),
                            all -> all.stream().anyMatch(one -> one.status() == CampaignStatus.COMPLETED));
            assertThat(made).hasSize(1);
            assertThat(states(made.get(0))).containsOnlyKeys(MixedPool.META, MixedPool.TWILIO);
            assertThat(pool.messages().values()).hasSize(80).containsOnly(1L);
            assertThat(pool.twilio.ledger().accepted()).isNotEmpty();
            assertThat(pool.meta.ledger().accepted()).isNotEmpty();
        }
    }
}
