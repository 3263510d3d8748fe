package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.LookupAnswer;
import dev.wakit.provider.LookupRequest;
import dev.wakit.provider.OutcomeLookup;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A BSP that can be asked settles what has no answer, without any webhook. */
@Execution(ExecutionMode.CONCURRENT)
class LookupTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void aMessageThatTheBspHasIsAcceptedAndOneThatItDoesNotHaveIsSentAgain() {
        try (var simulator = Stage.quick().start();
                var stores = JdbcStores.sqlite(folder.resolve("lookup.db"));
                var provider = new AskedProvider(Worker.provider(simulator), simulator);
                var engine = Worker.builder(stores, provider)
                        .evidenceLimit(Duration.ofDays(7))
                        .build()) {
            engine.start();
            AudienceMember lostAnswer = People.magic(80, "0408");
            AudienceMember neverArrived = People.magic(81, "0104");
            var spec = Stage.spec(List.of(lostAnswer, neverArrived)).sendMode(SendMode.RECONCILE_RESEND);
            CampaignId id = engine.campaigns().create(spec.build()).id();
            engine.campaigns().launch(id);

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(deliveryTo(engine, id, lostAnswer).state()).isEqualTo(DeliveryState.ACCEPTED);
                assertThat(deliveryTo(engine, id, neverArrived).attemptNo()).isEqualTo(2);
            });

            LedgerEntry entry =
                    simulator.ledger().acceptedFor(lostAnswer.phone()).get(0);
            assertThat(deliveryTo(engine, id, lostAnswer).messageId()).contains(new MessageId(entry.wamid()));
            assertThat(simulator.ledger().duplicates()).isEmpty();
            assertThat(provider.asked.get()).isBetween(2, 20);
        }
    }

    @Test
    void aSingleSendIsAskedAboutByItsOwnMessage() {
        try (var simulator = Stage.quick().start();
                var stores = JdbcStores.sqlite(folder.resolve("lookup-single.db"));
                var provider = new AskedProvider(Worker.provider(simulator), simulator);
                var engine = Worker.builder(stores, provider)
                        .evidenceLimit(Duration.ofDays(7))
                        .build()) {
            engine.start();
            TextMessage message = TextMessage.of("Your table for four is ready.");
            PhoneNumber person = PhoneNumber.parse(People.magic(82, "0408").phone());
            DeliveryId id = engine.outbox()
                    .enqueue(SingleSend.builder(Recipient.of(person), message)
                            .category(SendCategory.UTILITY)
                            .build())
                    .delivery();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    engine.outbox().find(id).orElseThrow().state())
                            .isEqualTo(DeliveryState.ACCEPTED));

            assertThat(provider.messages).isNotEmpty().containsOnly(message);
        }
    }

    @Test
    void ofSeveralThatFitEachDeliveryTakesOneThatNoOtherHas() {
        try (var simulator = Stage.quick().start();
                var stores = JdbcStores.sqlite(folder.resolve("lookup-several.db"));
                var provider = new AskedProvider(Worker.provider(simulator), simulator);
                var engine = Worker.builder(stores, provider)
                        .evidenceLimit(Duration.ofDays(7))
                        .build()) {
            engine.start();
            PhoneNumber person = PhoneNumber.parse(People.magic(83, "0408").phone());
            List<DeliveryId> ids = IntStream.range(0, 2)
                    .mapToObj(n -> engine.outbox()
                            .enqueue(SingleSend.builder(Recipient.of(person), TextMessage.of("Your table is ready."))
                                    .category(SendCategory.UTILITY)
                                    .build())
                            .delivery())
                    .toList();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ids)
                            .allSatisfy(id -> assertThat(engine.outbox()
                                            .find(id)
                                            .orElseThrow()
                                            .state())
                                    .isEqualTo(DeliveryState.ACCEPTED)));

            assertThat(ids.stream()
                            .map(id -> engine.outbox()
                                    .find(id)
                                    .orElseThrow()
                                    .messageId()
                                    .orElseThrow()
                                    .value()))
                    .containsExactlyInAnyOrderElementsOf(simulator.ledger().acceptedFor(person.e164()).stream()
                            .map(LedgerEntry::wamid)
                            .toList())
                    .hasSize(2);
        }
    }

    @Test
    void aBspIsAskedNoFasterThanItSaysAndNoSenderIsForgotten() {
        var senders = List.of("106540352240001", "106540352240002", "106540352240003");
        try (var simulator = Stage.quick().phoneNumberIds(senders).start();
                var stores = JdbcStores.sqlite(folder.resolve("lookup-rate.db"));
                var provider = new SlowlyAskedProvider(Worker.provider(simulator));
                var engine = Worker.builder(stores, provider)
                        .evidenceGrace(Duration.ofHours(1))
                        .evidenceLimit(Duration.ofDays(7))
                        .maxInFlight(100)
                        .build()) {
            engine.start();
            for (int i = 0; i < senders.size(); i++) {
                int sender = i;
                List<AudienceMember> people = IntStream.range(0, 20)
                        .mapToObj(n -> People.magic(sender * 20 + n, "0408"))
                        .toList();
                CampaignId id = engine.campaigns()
                        .create(Stage.spec(people)
                                .sender(new SenderId(senders.get(i)))
                                .build())
                        .id();
                engine.campaigns().launch(id);
            }

            // From here on every sender has messages to ask about.
            Awaitility.await().atMost(PATIENCE).until(() -> uncertain(engine) == 60);
            int before = provider.asked.size();
            Awaitility.await().atMost(PATIENCE).until(() -> provider.asked.size() >= before + 16);

            assertThat(provider.asked.stream().map(Asked::sender).distinct().map(SenderId::value))
                    .containsExactlyInAnyOrderElementsOf(senders);
            List<Asked> all = List.copyOf(provider.asked).subList(before, before + 16);
            double seconds = Duration.between(all.get(0).at(), all.get(15).at()).toMillis() / 1e3;
            assertThat(16 / SlowlyAskedProvider.PER_SECOND - seconds)
                    .as("questions ahead of the rate, in seconds; a second may be saved up")
                    .isLessThan(1.6);
            Map<SenderId, Long> fair =
                    all.subList(0, 15).stream().collect(Collectors.groupingBy(Asked::sender, Collectors.counting()));
            assertThat(fair.values()).allSatisfy(count -> assertThat(count).isBetween(3L, 7L));
        }
    }

    private static long uncertain(CampaignEngine engine) {
        return engine.campaigns().list(CampaignQuery.newest(10)).stream()
                .mapToLong(campaign -> campaign.progress().in(DeliveryState.UNCERTAIN))
                .sum();
    }

    private record Asked(SenderId sender, Instant at) {}

    /** Knows nothing, and says how often it may be asked. */
    private static final class SlowlyAskedProvider extends ForwardingProvider implements OutcomeLookup {

        static final double PER_SECOND = 2;

        private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

        SlowlyAskedProvider(WhatsAppProvider meta) {
            super(meta);
        }

        @Override
        public LookupAnswer find(LookupRequest request) {
            asked.add(new Asked(request.sender(), Instant.now()));
            return new LookupAnswer.Unsure("Nobody knows.");
        }

        @Override
        public RateLimit rate() {
            return RateLimit.perSecond((int) PER_SECOND);
        }

        @Override
        public Optional<OutcomeLookup> lookup() {
            return Optional.of(this);
        }
    }

    private static Delivery deliveryTo(CampaignEngine engine, CampaignId id, AudienceMember person) {
        List<Delivery> found = engine.campaigns()
                .deliveries(
                        id,
                        new DeliveryQuery(
                                java.util.Set.of(),
                                "",
                                person.phone(),
                                DeliveryQuery.first(1).after(),
                                1));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Sends over Meta's API; its list of messages is the simulator's ledger. */
    private static final class AskedProvider extends ForwardingProvider implements OutcomeLookup {

        private final MetaSimulator simulator;
        private final AtomicInteger asked = new AtomicInteger();
        private final Queue<Message> messages = new ConcurrentLinkedQueue<>();

        AskedProvider(WhatsAppProvider meta, MetaSimulator simulator) {
            super(meta);
            this.simulator = simulator;
        }

        @Override
        public LookupAnswer find(LookupRequest request) {
            asked.incrementAndGet();
            messages.add(request.message());
            List<LedgerEntry> found =
                    simulator
                            .ledger()
                            .acceptedFor(
                                    request.recipient().phone().orElseThrow().e164())
                            .stream()
                            .filter(entry -> !entry.time().isBefore(request.from()))
                            .toList();
            return switch (found.size()) {
                case 0 -> new LookupAnswer.NotFound();
                case 1 -> new LookupAnswer.Found(new MessageId(found.get(0).wamid()), Optional.empty());
                default ->
                    new LookupAnswer.Several(found.stream()
                            .map(entry -> new LookupAnswer.Found(new MessageId(entry.wamid()), Optional.empty()))
                            .toList());
            };
        }

        @Override
        public Optional<OutcomeLookup> lookup() {
            return Optional.of(this);
        }
    }
}
