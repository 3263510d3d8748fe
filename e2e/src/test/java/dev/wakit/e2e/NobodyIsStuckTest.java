package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No crash, race or fault may leave a delivery or a campaign in a state that nothing leads out of. */
class NobodyIsStuckTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void aRefusalThatArrivesAfterCancelLeavesNothingPending() {
        try (Stage stage = Stage.open(
                Database.sqlite(folder), Stage.quick().latency(Duration.ofMillis(600), Duration.ofMillis(700)))) {
            CampaignId id = stage.launch(List.of(People.magic(50, "0429")));
            stage.await(id, campaign -> campaign.progress().in(DeliveryState.SENDING) == 1);

            stage.engine.campaigns().cancel(id);

            nothingRemains(stage, id);
        }
    }

    @Test
    void aCrashInTheMiddleOfCancelLeavesNothingPending() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignId id = running(stage, 100);

            // What cancel() does first; then the process dies.
            stage.stores
                    .campaigns()
                    .move(
                            stage.get(id).tenant(),
                            id,
                            Set.of(CampaignStatus.RUNNING),
                            CampaignStatus.CANCELLED,
                            "",
                            Instant.now());

            nothingRemains(stage, id);
        }
    }

    @Test
    void aCrashInTheMiddleOfRetryFailedLosesNobody() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignId id = stage.launch(List.of(People.magic(51, "0472")));
            stage.awaitSettled(id);

            // What retryFailed() does first; then the process dies.
            stage.stores.deliveries().retryFailed(stage.get(id).tenant(), id, new DeliveryId(0), 1_000, Instant.now());

            nothingRemains(stage, id);
        }
    }

    @Test
    void retryFailedMovesNothingInACancelledCampaign() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignSpec spec = Stage.spec(List.of(People.magic(52, "0472"), People.magic(53, "1111")))
                    .rate(new RateLimit(1, Duration.ofSeconds(5)))
                    .build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);
            stage.await(id, campaign -> campaign.progress().in(DeliveryState.FAILED) == 1);
            stage.engine.campaigns().cancel(id);

            // retryFailed() of another thread, which had found the campaign RUNNING before it was cancelled.
            stage.stores.deliveries().retryFailed(stage.get(id).tenant(), id, new DeliveryId(0), 1_000, Instant.now());

            nothingRemains(stage, id);
        }
    }

    @Test
    void aFinishedCampaignIsCompletedWhileAnotherKeepsTheLaneBusy() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignId large = stage.launch(People.ordinary(6_000));
            stage.await(large, campaign -> campaign.progress().sent() > 0);
            CampaignId small = stage.launch(List.of(People.magic(54, "1111")));
            stage.await(small, campaign -> campaign.progress().read() == 1);

            Awaitility.await().atMost(SOON).until(() -> stage.get(small).status() == CampaignStatus.COMPLETED);

            assertThat(stage.get(large).status()).isEqualTo(CampaignStatus.RUNNING);
        }
    }

    @Test
    void aSenderThatTheProviderRefusesMakesNoDeliveryUncertainAndKeepsNoSlot() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignSpec spec = Stage.spec(People.ordinary(50))
                    .sender(SenderId.of("+1 415 555 0100"))
                    .guards(Guards.OFF)
                    .build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);

            nothingRemains(stage, id);

            assertThat(stage.engine.lanes())
                    .allSatisfy(lane -> assertThat(lane.inFlight()).isZero());
        }
    }

    @Test
    void anErrorOfAListenerDoesNotStopTheLane() {
        var thrown = new AtomicBoolean();
        CampaignListener listener = event -> {
            if (event instanceof CampaignEvent.DeliveryChanged && thrown.compareAndSet(false, true)) {
                throw new StackOverflowError("for the test");
            }
        };
        withEngine(Function.identity(), listener, (simulator, engine) -> {
            completes(engine, launch(engine, People.ordinary(20)));

            CampaignId second = launch(engine, People.ordinary(20));
            completes(engine, second);
            Awaitility.await()
                    .dontCatchUncaughtExceptions()
                    .atMost(SOON)
                    .until(() -> engine.campaigns().get(second).progress().read() == 20);
        });
    }

    @Test
    void aDatabaseErrorAfterTheOutcomesWereWrittenFreesTheirSlotsOnce() {
        var failed = new AtomicBoolean();
        withEngine(stores -> failingOnce(stores, failed), event -> {}, (simulator, engine) -> {
            simulator.failNext(1, 400, 131048);
            CampaignId id = launch(engine, People.ordinary(1));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> engine.campaigns().get(id).status() == CampaignStatus.PAUSED);

            assertThat(failed).isTrue();
            Awaitility.await()
                    .during(Duration.ofMillis(500))
                    .atMost(SOON)
                    .until(() -> engine.lanes().get(0).inFlight() == 0);
        });
    }

    @Test
    void serverFaultsHoldTheLaneBeforeTheyUseUpTheCampaign() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            CampaignId id = stage.launch(People.ordinary(2_000));
            stage.await(id, campaign -> campaign.progress().sent() > 20);

            stage.simulator.failNext(1_000_000, 500, 131000);
            Awaitility.await().pollDelay(Duration.ofSeconds(4)).until(() -> true);

            Campaign now = stage.get(id);
            assertThat(now.progress().in(DeliveryState.UNCERTAIN)
                            + now.progress().in(DeliveryState.UNKNOWN))
                    .isLessThan(500);
        }
    }

    private static CampaignId running(Stage stage, int people) {
        CampaignSpec spec =
                Stage.spec(People.ordinary(people)).rate(RateLimit.perSecond(2)).build();
        CampaignId id = stage.engine.campaigns().create(spec).id();
        stage.engine.campaigns().launch(id);
        stage.await(id, campaign -> campaign.status() == CampaignStatus.RUNNING);
        return id;
    }

    private static void nothingRemains(Stage stage, CampaignId id) {
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(stage.get(id).progress().remaining())
                        .as("%s %s", stage.get(id).status(), stage.get(id).progress())
                        .isZero());
        assertThat(stage.get(id).progress().in(DeliveryState.UNCERTAIN)).isZero();
    }

    private static CampaignId launch(CampaignEngine engine, List<AudienceMember> people) {
        CampaignId id = engine.campaigns().create(Stage.spec(people).build()).id();
        engine.campaigns().launch(id);
        return id;
    }

    private static void completes(CampaignEngine engine, CampaignId id) {
        Awaitility.await()
                .dontCatchUncaughtExceptions()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(engine.campaigns().get(id).status())
                        .as("%s", engine.campaigns().get(id).progress())
                        .isEqualTo(CampaignStatus.COMPLETED));
    }

    /** A test with an engine of its own. */
    private interface Run {
        void on(MetaSimulator simulator, CampaignEngine engine);
    }

    private void withEngine(Function<CampaignStores, CampaignStores> stores, CampaignListener listener, Run run) {
        try (var server = WebhookServer.start(0);
                var simulator = Stage.quick().webhooksTo(server.uri()).start();
                var database = JdbcStores.sqlite(folder.resolve("own.db"));
                var provider = Worker.provider(simulator);
                var engine = Worker.engine(stores.apply(database), provider, listener)) {
            server.serve(engine);
            engine.start();
            run.on(simulator, engine);
        }
    }

    /** Stores whose first move to PAUSED fails as a lost connection does. */
    private static CampaignStores failingOnce(CampaignStores stores, AtomicBoolean failed) {
        var campaigns = (CampaignStore) Proxy.newProxyInstance(
                CampaignStore.class.getClassLoader(), new Class<?>[] {CampaignStore.class}, (proxy, method, args) -> {
                    if (method.getName().equals("move")
                            && args[3] == CampaignStatus.PAUSED
                            && failed.compareAndSet(false, true)) {
                        throw new StoreException("The connection was lost.");
                    }
                    return call(stores.campaigns(), method, args);
                });
        return (CampaignStores) Proxy.newProxyInstance(
                CampaignStores.class.getClassLoader(),
                new Class<?>[] {CampaignStores.class},
                (proxy, method, args) -> method.getName().equals("campaigns") ? campaigns : call(stores, method, args));
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
