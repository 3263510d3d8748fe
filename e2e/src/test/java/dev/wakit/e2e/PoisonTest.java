package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with one message stays with that message. */
class PoisonTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void anOutcomeThatTheDatabaseRefusesIsSetAsideAndTheOthersAreWritten() {
        var poison = new AtomicReference<DeliveryId>();
        FaultyStores.Fault refusing = (method, arguments) -> {
            if (method.equals("recordOutcomes")) {
                var ids =
                        outcomes(arguments).stream().map(OutcomeWrite::delivery).toList();
                poison.compareAndSet(null, ids.get(ids.size() / 2));
                if (ids.contains(poison.get())) {
                    throw new StoreException("The database refuses this one.");
                }
            }
        };
        run(UnaryOperator.identity(), refusing, (engine, simulator) -> {
            CampaignId id = launch(engine, People.ordinary(200));

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(in(engine, id, DeliveryState.ACCEPTED)).isEqualTo(199);
                assertThat(engine.lanes())
                        .allSatisfy(lane -> assertThat(lane.inFlight()).isZero());
            });

            assertThat(engine.campaigns().delivery(poison.get()).orElseThrow().state())
                    .isEqualTo(DeliveryState.SENDING);
            assertThat(simulator.ledger().duplicates()).isEmpty();
        });
    }

    @Test
    void anOutageOfTheDatabaseSetsNothingAside() {
        var down = new AtomicBoolean();
        var begun = new AtomicBoolean();
        FaultyStores.Fault outage = (method, arguments) -> {
            if (method.equals("recordOutcomes") && begun.compareAndSet(false, true)) {
                down.set(true);
            }
            if (down.get()
                    && List.of("recordOutcomes", "renew", "commitIntents").contains(method)) {
                throw new StoreException("The database is gone.");
            }
        };
        run(UnaryOperator.identity(), outage, (engine, simulator) -> {
            CampaignId id = launch(engine, People.ordinary(200));
            Awaitility.await().atMost(PATIENCE).untilTrue(down);
            Awaitility.await().pollDelay(Duration.ofMillis(1_600)).until(() -> true);
            assertThat(in(engine, id, DeliveryState.ACCEPTED)).isZero();

            down.set(false);

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(in(engine, id, DeliveryState.ACCEPTED)).isEqualTo(200));
            assertThat(simulator.ledger().duplicates()).isEmpty();
        });
    }

    @Test
    void aProviderThatFailsOnOneMessageKeepsNoOtherAndNoPlaceInTheWindow() {
        AudienceMember broken = People.magic(90, "1111");
        UnaryOperator<WhatsAppProvider> failing = provider -> new ForwardingProvider(provider) {
            @Override
            public CompletionStage<SendOutcome> send(SendRequest request) {
                if (request.recipient().phone().orElseThrow().e164().equals(broken.phone())) {
                    throw new StackOverflowError("for the test");
                }
                return super.send(request);
            }
        };
        run(failing, (method, arguments) -> {}, (engine, simulator) -> {
            var people = new ArrayList<>(People.ordinary(50));
            people.add(25, broken);
            CampaignId id = launch(engine, people);

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(in(engine, id, DeliveryState.ACCEPTED)).isEqualTo(50);
                assertThat(in(engine, id, DeliveryState.UNKNOWN)).isEqualTo(1);
                assertThat(engine.lanes())
                        .allSatisfy(lane -> assertThat(lane.inFlight()).isZero());
            });
        });
    }

    private static List<OutcomeWrite> outcomes(Object[] arguments) {
        return ((List<?>) arguments[1]).stream().map(OutcomeWrite.class::cast).toList();
    }

    private static CampaignId launch(CampaignEngine engine, List<AudienceMember> people) {
        CampaignId id = engine.campaigns().create(Stage.spec(people).build()).id();
        engine.campaigns().launch(id);
        return id;
    }

    private static long in(CampaignEngine engine, CampaignId id, DeliveryState state) {
        return engine.campaigns()
                .deliveries(id, new DeliveryQuery(java.util.Set.of(state), "", "", new DeliveryId(0), 1_000))
                .size();
    }

    private void run(
            UnaryOperator<WhatsAppProvider> sending,
            FaultyStores.Fault fault,
            BiConsumer<CampaignEngine, MetaSimulator> test) {
        try (var simulator = Stage.quick().start();
                var stores = JdbcStores.sqlite(folder.resolve("poison.db"));
                var provider = sending.apply(Worker.provider(simulator));
                var engine = Worker.builder(FaultyStores.of(stores, fault), provider)
                        // No webhook would settle what a lost lane leaves behind.
                        .lease(Duration.ofSeconds(30))
                        .build()) {
            engine.start();
            test.accept(engine, simulator);
        }
    }
}
