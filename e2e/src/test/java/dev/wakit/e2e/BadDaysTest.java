package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.metric.CampaignMetrics;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a bad day: a metric, an event, and a state to act on. */
class BadDaysTest {

    private static final Set<String> WRITES =
            Set.of("beat", "renew", "acquire", "commitIntents", "recordOutcomes", "append", "claim", "done");

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Queue<CampaignEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Set<String>> failing = new AtomicReference<>(Set.of());
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    private interface Day {
        void live(CampaignEngine engine, MetaSimulator simulator, JdbcStores stores);
    }

    private void run(Day day) {
        FaultyStores.Fault full = (method, arguments) -> {
            if (failing.get().contains(method)) {
                failures.incrementAndGet();
                throw new StoreException("The disk is full.");
            }
        };
        var metrics = new CampaignMetrics();
        try (var server = WebhookServer.start(0);
                MetaSimulator simulator = Stage.quick().webhooksTo(server.uri()).start();
                JdbcStores stores = Database.sqlite(folder).open();
                MetaProvider provider = Worker.provider(simulator);
                CampaignEngine engine = Worker.builder(FaultyStores.of(stores, full), provider)
                        .listener(metrics)
                        .listener(events::add)
                        .clock(() -> Instant.now().plus(offset.get()))
                        .build()) {
            metrics.watch(engine).bindTo(registry);
            server.serve(engine);
            engine.start();
            day.live(engine, simulator, stores);
        }
    }

    private double count(String meter, String... tags) {
        return registry.counter(meter, tags).count();
    }

    private double databaseDown() {
        return registry.get("wakit.database.down").gauge().value();
    }

    private static CampaignId launch(CampaignEngine engine, int people, int perSecond) {
        CampaignId id = engine.campaigns()
                .create(Stage.spec(People.ordinary(people))
                        .rate(RateLimit.perSecond(perSecond))
                        .build())
                .id();
        engine.campaigns().launch(id);
        return id;
    }

    @Test
    void aDatabaseThatTakesNoWritesIsSeenWithoutAskingItAndGoesOnByItself() {
        run((engine, simulator, stores) -> {
            CampaignId id = launch(engine, 200, 50);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> simulator.ledger().requests() > 20);
            assertThat(engine.databaseDownSince()).isEmpty();

            failing.set(WRITES);
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> databaseDown() == 1);
            assertThat(engine.databaseDownSince()).isPresent();
            assertThat(count("wakit.database.outages")).isEqualTo(1);

            failing.set(Set.of());
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> databaseDown() == 0);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.campaigns().get(id).progress().read() == 200);
            assertThat(count("wakit.database.outages")).isEqualTo(1);
            assertThat(events).anyMatch(CampaignEvent.DatabaseBack.class::isInstance);
            assertThat(simulator.ledger().duplicates()).isEmpty();
        });
    }

    @Test
    void anErrorOfAnotherReadOrWriteIsNoOutage() {
        run((engine, simulator, stores) -> {
            Set<String> lanesButNoSignOfLife = Set.of("all", "acquire", "renew");
            failing.set(lanesButNoSignOfLife);
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> failures.get() >= 5);
            assertThat(engine.databaseDownSince()).isEmpty();
            assertThat(events).noneMatch(CampaignEvent.DatabaseLost.class::isInstance);

            failing.set(Set.of());
            CampaignId id = launch(engine, 5, 50);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.campaigns().get(id).progress().read() == 5);
        });
    }

    @Test
    void aJumpOfTheClockIsCountedAndNobodyIsSentToTwice() {
        run((engine, simulator, stores) -> {
            CampaignId id = launch(engine, 200, 100);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> simulator.ledger().requests() > 20);

            offset.set(Duration.ofMinutes(-10));
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> count("wakit.clock.jumps") == 1);
            offset.set(Duration.ofMinutes(10));
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> count("wakit.clock.jumps") == 2);

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.campaigns().get(id).status() == CampaignStatus.COMPLETED);
            assertThat(simulator.ledger().duplicates()).isEmpty();
            assertThat(simulator.ledger().accepted()).hasSize(200);
        });
    }

    @Test
    void aProviderThatAnswersHtmlIsCountedAndHoldsItsLaneWithTheReason() {
        run((engine, simulator, stores) -> {
            // A status that explains a message in time shows that the sender works, so the lane would go on.
            simulator.pauseWebhooks();
            var people = IntStream.range(0, 60)
                    .mapToObj(i -> People.magic(i, "0206"))
                    .toList();
            CampaignId id =
                    engine.campaigns().create(Stage.spec(people).build()).id();
            engine.campaigns().launch(id);

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> events.stream()
                            .anyMatch(event -> event instanceof CampaignEvent.LaneHeld held
                                    && held.reason().contains("no clear answer")));
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> count("wakit.deliveries", "state", "uncertain") >= 10);
            assertThat(registry.find("wakit.lane.holds").counters())
                    .singleElement()
                    .satisfies(holds -> assertThat(holds.count()).isPositive());
            assertThat(engine.campaigns().get(id).progress().in(DeliveryState.FAILED))
                    .isZero();
        });
    }

    @Test
    void aWebhookThatWasSetAsideIsCountedAndComesBackWhenAnOperatorSaysSo() {
        run((engine, simulator, stores) -> {
            CampaignId id = launch(engine, 1, 50);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.campaigns().get(id).progress().read() == 1);
            SignedWebhook.postStatuses(
                    engine,
                    simulator,
                    List.of(SignedWebhook.status(simulator.ledger().accepted().get(0), "read", Instant.now(), "")));
            Awaitility.await().atMost(Stage.PATIENCE).until(() -> engine.webhookBacklog() == 0);
            assertThat(registry.get("wakit.inbox.parked").gauge().value()).isZero();

            park(stores);
            assertThat(registry.get("wakit.inbox.parked").gauge().value()).isEqualTo(1);
            assertThat(engine.redriveWebhooks()).isEqualTo(1);

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> engine.webhooksParked() == 0 && engine.webhookBacklog() == 0);
            assertThat(engine.redriveWebhooks()).isZero();
        });
    }

    /** A body of a status that a processor gave up. */
    private static void park(JdbcStores stores) {
        var request = dev.wakit.webhook.WebhookRequest.of("POST", "/", java.util.Map.of(), new byte[] {'{', '}'});
        // Due far in the future, so that no processor claims it before it is set aside.
        Instant later = Instant.now().plus(Duration.ofDays(1));
        stores.inbox()
                .append(new dev.wakit.campaign.store.InboxEntry(
                        dev.wakit.TenantId.DEFAULT, 7, dev.wakit.provider.ProviderId.of("meta"), request, later, 0));
        stores.inbox().park(7, "for the test");
    }
}
