package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.message.MessageId;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.MetaSimulatorBuilder;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks in bulk, in any order, at the same moment as the answer, and with one that cannot be processed. */
class WebhookPipelineTest {

    private static final int PAIRS = Integer.getInteger("wakit.pairs", 60);
    private static final Duration PATIENCE = Duration.ofSeconds(30 + PAIRS / 10);

    /** What Meta sends along with a status, several times over: a body of a thousand has about 1.5 MB. */
    private static final String PADDING = ",\"conversation\":{\"id\":\"" + "c".repeat(600)
            + "\",\"origin\":{\"type\":\"marketing\"}},\"pricing\":{\"billable\":true,\"category\":\"" + "p".repeat(600)
            + "\"}";

    @TempDir
    private Path folder;

    @Test
    void outagesOfTheDatabaseBetweenClaimAndSettlementCountAsNoTry() {
        var outages = new AtomicInteger(8);
        var refused = new AtomicInteger();
        var isArmed = new AtomicBoolean();
        var offset = new AtomicReference<>(Duration.ZERO);
        FaultyStores.Fault goneForAWhile = (method, arguments) -> {
            boolean begins = isArmed.get() && method.equals("merge") && outages.get() > 0 && refused.get() == 0;
            if (begins) {
                outages.decrementAndGet();
                refused.set(4);
            }
            boolean ofInbox = Set.of("done", "retry", "park", "parked", "giveBack", "claim")
                    .contains(method);
            if (begins || ofInbox && refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new StoreException("The database is gone.");
            }
        };
        run(
                Stage.quick(),
                stores -> FaultyStores.of(stores, goneForAWhile),
                engine -> engine.clock(() -> Instant.now().plus(offset.get())),
                stage -> {
                    CampaignId id = stage.accepted(People.ordinary(1));
                    LedgerEntry message = stage.simulator().ledger().accepted().get(0);
                    isArmed.set(true);
                    SignedWebhook.postStatuses(
                            stage.engine(),
                            stage.simulator(),
                            List.of(SignedWebhook.status(message, "delivered", Instant.now(), "")));

                    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                        // A claim hides its entry for ten seconds.
                        offset.updateAndGet(passed -> passed.plusSeconds(2));
                        return stage.get(id).progress().delivered() == 1
                                || stage.stores().inbox().parked() > 0;
                    });
                    assertThat(outages.get()).isZero();
                    assertThat(stage.stores().inbox().parked()).isZero();
                    assertThat(stage.get(id).progress().delivered()).isEqualTo(1);
                });
    }

    @Test
    void aBodyOfAThousandStatusesIsTakenAtOnceAndAppliedWithinSeconds() {
        run(Stage.quick(), stores -> stores, engine -> {}, stage -> {
            CampaignId id = stage.accepted(People.ordinary(1_000));
            Instant at = Instant.now();
            List<String> statuses = stage.simulator().ledger().accepted().stream()
                    .map(message -> SignedWebhook.status(message, "delivered", at, PADDING))
                    .toList();
            assertThat(String.join(",", statuses)).hasSizeBetween(1_000_000, 3_000_000);

            long began = System.nanoTime();
            SignedWebhook.postStatuses(stage.engine(), stage.simulator(), statuses);
            Duration taken = Duration.ofNanos(System.nanoTime() - began);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> stage.get(id).progress().in(DeliveryState.DELIVERED) == 1_000);
            assertThat(taken).isLessThan(Duration.ofSeconds(1));
        });
    }

    @Test
    void onePoisonEventAmongAThousandIsSetAsideAndTheOthersAreApplied() {
        var poison = new AtomicReference<Optional<MessageId>>(Optional.empty());
        var offset = new AtomicReference<>(Duration.ZERO);
        var tries = new AtomicInteger();
        FaultyStores.Fault refusing = refusing(poison, tries);
        run(
                Stage.quick(),
                stores -> FaultyStores.of(stores, refusing),
                engine -> engine.clock(() -> Instant.now().plus(offset.get())),
                stage -> {
                    CampaignId id = stage.accepted(People.ordinary(1_000));
                    List<LedgerEntry> messages = stage.simulator().ledger().accepted();
                    poison.set(Optional.of(new MessageId(messages.get(500).wamid())));
                    var statuses = new ArrayList<String>();
                    for (int i = 0; i < messages.size(); i++) {
                        statuses.add(
                                i == 500
                                        ? SignedWebhook.statusWithoutRef(messages.get(i), "delivered", Instant.now())
                                        : SignedWebhook.status(messages.get(i), "delivered", Instant.now(), ""));
                    }

                    SignedWebhook.postStatuses(stage.engine(), stage.simulator(), statuses);
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> stage.get(id).progress().in(DeliveryState.DELIVERED) == 999);
                    SignedWebhook.postStatuses(
                            stage.engine(),
                            stage.simulator(),
                            List.of(SignedWebhook.status(messages.get(0), "read", Instant.now(), "")));
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> stage.get(id).progress().in(DeliveryState.READ) == 1);

                    Awaitility.await().atMost(PATIENCE).until(() -> {
                        offset.updateAndGet(passed -> passed.plusSeconds(4));
                        return stage.stores().inbox().parked() == 1;
                    });
                    assertThat(stage.stores().inbox().backlog()).isZero();
                    assertThat(stage.get(id).progress().in(DeliveryState.ACCEPTED))
                            .isEqualTo(1);
                    assertThat(tries.get()).isGreaterThan(5);
                });
    }

    @Test
    void onePoisonBodyAmongAHundredHoldsUpNoOther() {
        var poison = new AtomicReference<Optional<MessageId>>(Optional.empty());
        var offset = new AtomicReference<>(Duration.ZERO);
        FaultyStores.Fault refusing = refusing(poison, new AtomicInteger());
        run(
                Stage.quick(),
                stores -> FaultyStores.of(stores, refusing),
                engine -> engine.clock(() -> Instant.now().plus(offset.get())),
                stage -> {
                    CampaignId id = stage.accepted(People.ordinary(100));
                    List<LedgerEntry> messages = stage.simulator().ledger().accepted();
                    poison.set(Optional.of(new MessageId(messages.get(3).wamid())));

                    messages.forEach(message -> SignedWebhook.postStatuses(
                            stage.engine(),
                            stage.simulator(),
                            List.of(SignedWebhook.statusWithoutRef(message, "delivered", Instant.now()))));

                    Awaitility.await()
                            .atMost(Duration.ofSeconds(10))
                            .until(() -> stage.get(id).progress().in(DeliveryState.DELIVERED) == 99);
                    Awaitility.await().atMost(PATIENCE).until(() -> {
                        offset.updateAndGet(passed -> passed.plusSeconds(4));
                        return stage.stores().inbox().parked() == 1;
                    });
                    assertThat(stage.stores().inbox().backlog()).isZero();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyOrderOfStatusesLeadsToTheSameRowsAndCounters(long seed) {
        run(Stage.quick(), stores -> stores, engine -> {}, stage -> {
            int people = 60;
            CampaignId id = stage.accepted(People.ordinary(people));
            Instant at = Instant.now();
            var random = new Random(seed);
            List<List<String>> perPerson = stage.simulator().ledger().accepted().stream()
                    .map(message -> shuffledTwice(message, at, random))
                    .toList();

            for (int step = 0; step < perPerson.get(0).size(); step++) {
                int now = step;
                SignedWebhook.postStatuses(
                        stage.engine(),
                        stage.simulator(),
                        perPerson.stream().map(events -> events.get(now)).toList());
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> stage.stores().inbox().backlog() == 0);

            var rows = new HashSet<List<Object>>();
            stage.deliveries(id)
                    .forEach(row -> rows.add(List.of(
                            row.state(),
                            row.sentAt(),
                            row.deliveredAt(),
                            row.readAt(),
                            row.failedAt(),
                            row.errorCode(),
                            row.tries())));
            assertThat(rows).as("seed %d", seed).hasSize(1);
            Campaign done = stage.get(id);
            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(people);
            assertThat(done.progress().sent()).isEqualTo(people);
            assertThat(done.progress().delivered()).isEqualTo(people);
            assertThat(done.progress().read()).isEqualTo(people);
            assertThat(done.progress().total()).isEqualTo(people);
            assertThat(done.progress().duplicateSends()).isZero();
        });
    }

    @Test
    void webhooksThatAreFasterThanTheAnswersLoseNothingAndCountNothingTwice() {
        var slow = Stage.quick()
                .slowAnswers(Duration.ofMillis(700), Duration.ofSeconds(25))
                .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(20));
        run(slow, stores -> stores, engine -> {}, stage -> {
            stage.simulator().resumeWebhooks();
            List<AudienceMember> people = IntStream.range(0, 40)
                    .mapToObj(n -> People.magic(n, "0303"))
                    .toList();
            CampaignId id = stage.launch(people);

            stage.awaitRead(id, 40);
        });
    }

    @Test
    void anAnswerAndAWebhookAtTheSameMomentLoseNothingAndCountNothingTwice() {
        var barrier = new CyclicBarrier(2);
        var met = new AtomicInteger();
        FaultyStores.Fault together = (method, arguments) -> {
            if (method.equals("recordOutcomes") || method.equals("merge")) {
                meet(barrier, met);
            }
        };
        var quick = Stage.quick().webhookDelay(Duration.ofMillis(1), Duration.ofMillis(5));
        run(quick, stores -> FaultyStores.of(stores, together), engine -> engine.maxInFlight(1), stage -> {
            stage.simulator().resumeWebhooks();
            CampaignId id = stage.launch(People.ordinary(PAIRS));

            stage.awaitRead(id, PAIRS);
            assertThat(met.get()).as("pairs that began together").isGreaterThan(PAIRS / 3);
        });
    }

    private static void meet(CyclicBarrier barrier, AtomicInteger met) throws InterruptedException {
        try {
            if (barrier.await(40, TimeUnit.MILLISECONDS) == 0) {
                met.incrementAndGet();
            }
        } catch (TimeoutException | BrokenBarrierException nobodyCame) {
            barrier.reset();
        }
    }

    @Test
    void tooManyWaitingWebhooksHoldSendingUntilHalfAreProcessed() {
        var blocked = new AtomicBoolean(true);
        FaultyStores.Fault noClaims = (method, arguments) -> {
            if (method.equals("claim") && blocked.get()) {
                throw new StoreException("Webhooks are not processed now.");
            }
        };
        run(Stage.quick(), stores -> FaultyStores.of(stores, noClaims), engine -> engine.inboxLimit(5), stage -> {
            CampaignId first = stage.launch(People.ordinary(1));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> stage.simulator().ledger().requests() == 1);
            LedgerEntry message = stage.simulator().ledger().accepted().get(0);
            for (int i = 0; i < 8; i++) {
                SignedWebhook.postStatuses(
                        stage.engine(),
                        stage.simulator(),
                        List.of(SignedWebhook.status(message, "delivered", Instant.now(), "")));
            }
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> stage.engine().lanes().stream()
                            .anyMatch(lane -> lane.holdReason()
                                    .filter(why -> why.contains("webhooks wait"))
                                    .isPresent()));

            CampaignId second = stage.launch(People.ordinary(20));
            Awaitility.await()
                    .during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> stage.simulator().ledger().requests() == 1);
            blocked.set(false);

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> stage.simulator().ledger().requests() == 21);
            assertThat(stage.get(first).progress().delivered()).isEqualTo(1);
            assertThat(stage.get(second).progress().total()).isEqualTo(20);
        });
    }

    private static List<String> shuffledTwice(LedgerEntry message, Instant at, Random random) {
        String failure = ",\"errors\":[{\"code\":131026,\"title\":\"Message undeliverable\"}]";
        var events = new ArrayList<String>();
        for (int times = 0; times < 2; times++) {
            events.add(SignedWebhook.status(message, "sent", at.plusSeconds(1), ""));
            events.add(SignedWebhook.status(message, "delivered", at.plusSeconds(2), ""));
            events.add(SignedWebhook.status(message, "read", at.plusSeconds(3), ""));
            events.add(SignedWebhook.status(message, "failed", at.plusSeconds(2), failure));
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** The database refuses to merge this one message, and counts how often it was asked to. */
    private static FaultyStores.Fault refusing(AtomicReference<Optional<MessageId>> poison, AtomicInteger tries) {
        return (method, arguments) -> {
            if (method.equals("merge")
                    && ((List<?>) arguments[1])
                            .stream()
                                    .map(ref -> ((DeliveryRef) ref).messageId())
                                    .anyMatch(id -> id.isPresent() && id.equals(poison.get()))) {
                tries.incrementAndGet();
                throw new StoreException("The database refuses this one.");
            }
        };
    }

    private void run(
            MetaSimulatorBuilder simulated,
            java.util.function.UnaryOperator<CampaignStores> with,
            Consumer<CampaignEngine.Builder> settings,
            Consumer<Running> test) {
        try (var server = WebhookServer.start(0);
                var simulator = simulated.webhooksTo(server.uri()).start();
                var stores = JdbcStores.sqlite(folder.resolve("pipeline.db"));
                var provider = Worker.provider(simulator)) {
            simulator.pauseWebhooks();
            var builder = Worker.builder(with.apply(stores), provider);
            settings.accept(builder);
            try (var engine = builder.build()) {
                server.serve(engine);
                engine.start();
                test.accept(new Running(engine, simulator, stores));
            }
        }
    }

    /** An engine at work; the simulator's own webhooks wait until the test wants them. */
    private record Running(CampaignEngine engine, MetaSimulator simulator, CampaignStores stores) {

        CampaignId launch(List<AudienceMember> people) {
            CampaignId id =
                    engine.campaigns().create(Stage.spec(people).build()).id();
            engine.campaigns().launch(id);
            return id;
        }

        /** Everybody's message is accepted, and no status has come. */
        CampaignId accepted(List<AudienceMember> people) {
            CampaignId id = launch(people);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> get(id).progress().in(DeliveryState.ACCEPTED) == people.size());
            return id;
        }

        void awaitRead(CampaignId id, int people) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(get(id).progress().in(DeliveryState.READ))
                            .isEqualTo(people));
            Awaitility.await().atMost(PATIENCE).until(() -> stores.inbox().backlog() == 0);
            Campaign done = get(id);
            assertThat(done.progress().sent()).isEqualTo(people);
            assertThat(done.progress().delivered()).isEqualTo(people);
            assertThat(done.progress().read()).isEqualTo(people);
            assertThat(done.progress().duplicateSends()).isZero();
            assertThat(simulator.ledger().duplicates()).isEmpty();
        }

        Campaign get(CampaignId id) {
            return engine.campaigns().get(id);
        }

        List<Delivery> deliveries(CampaignId id) {
            return engine.campaigns().deliveries(id, DeliveryQuery.first(1_000));
        }
    }
}
