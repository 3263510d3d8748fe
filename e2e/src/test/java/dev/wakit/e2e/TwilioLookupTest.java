package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.message.MessageId;
import dev.wakit.message.TextMessage;
import dev.wakit.testkit.simulator.LedgerEntry;
import dev.wakit.testkit.twilio.TwilioSimulator;
import dev.wakit.testkit.twilio.TwilioSimulatorBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** No webhook comes at all: whatever Twilio did not answer is settled by its list of messages alone. */
@Execution(ExecutionMode.CONCURRENT)
class TwilioLookupTest {

    private static final int PEOPLE = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    @Test
    void whatAKilledWorkerHadUnderWayIsSentToEverybodyOnce() {
        Database database = Database.sqlite(folder);
        Path log = folder.resolve("twilio.log");
        try (var simulator = quick().start();
                var stores = database.open();
                var provider = TwilioWorker.provider(simulator);
                var desk = TwilioWorker.engine(stores, provider)) {
            CampaignId id = launch(desk, People.ordinary(PEOPLE));
            // The answers take seconds: what the simulator has is still on its way for the worker.
            simulator.latency(Duration.ofSeconds(4), Duration.ofSeconds(5));
            try (var worker = TwilioWorker.start(database, simulator, log)) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> simulator.ledger().accepted().size() >= 20);
                worker.kill();
            }
            long interrupted = desk.campaigns().get(id).progress().in(DeliveryState.SENDING);
            assertThat(interrupted).isPositive();
            int accepted = simulator.ledger().accepted().size();
            simulator.latency(Duration.ofMillis(5), Duration.ofMillis(20));

            try (var next = TwilioWorker.start(database, simulator, log)) {
                awaitAccepted(desk, id, PEOPLE);
            }

            assertSentOnce(simulator, deliveries(desk, id));
            System.out.printf(
                    "look-up alone: %d interrupted by kill -9, of which Twilio had at most %d; %d of %d accepted once%n",
                    interrupted, accepted, simulator.ledger().accepted().size(), PEOPLE);
        }
    }

    @Test
    void lostAnswersAreFoundAndWhatNeverArrivedIsSentAgain() {
        try (var simulator = quick().loseResponses(0.4).start();
                var stores = Database.sqlite(folder).open();
                var provider = TwilioWorker.provider(simulator);
                var engine = TwilioWorker.engine(stores, provider)) {
            engine.start();
            AudienceMember neverArrives = People.magic(1, "0104");
            var people = new ArrayList<>(People.ordinary(PEOPLE));
            people.add(neverArrives);
            CampaignId id = launch(engine, people);

            awaitAccepted(engine, id, PEOPLE);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries(engine, id))
                            .filteredOn(it -> isTo(neverArrives, it))
                            .singleElement()
                            .satisfies(it -> assertThat(it.attemptNo()).isGreaterThanOrEqualTo(2)));

            assertSentOnce(
                    simulator,
                    deliveries(engine, id).stream()
                            .filter(it -> !isTo(neverArrives, it))
                            .toList());
        }
    }

    @Test
    void ofEqualMessagesToOnePersonEachDeliveryTakesOneOfItsOwn() {
        try (var simulator = quick().loseResponses(1).start();
                var stores = Database.sqlite(folder).open();
                var provider = TwilioWorker.provider(simulator);
                var engine = TwilioWorker.engine(stores, provider)) {
            engine.start();
            PhoneNumber person = PhoneNumber.parse(People.ordinary(1).get(0).phone());
            List<DeliveryId> ids = Stream.generate(
                            () -> SingleSend.builder(Recipient.of(person), TextMessage.of("Your table is ready."))
                                    .category(SendCategory.UTILITY)
                                    .build())
                    .limit(3)
                    .map(single -> engine.outbox().enqueue(single).delivery())
                    .toList();

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ids)
                            .extracting(
                                    id -> engine.outbox().find(id).orElseThrow().state())
                            .containsOnly(DeliveryState.ACCEPTED));

            assertThat(ids.stream()
                            .map(id -> engine.outbox().find(id).orElseThrow().messageId())
                            .map(id -> id.orElseThrow().value()))
                    .containsExactlyInAnyOrderElementsOf(simulator.ledger().accepted().stream()
                            .map(LedgerEntry::wamid)
                            .toList());
        }
    }

    private static TwilioSimulatorBuilder quick() {
        return TwilioSimulator.builder()
                .latency(Duration.ofMillis(5), Duration.ofMillis(20))
                .messagesPerSecond(1_000)
                .pairLimit(Duration.ZERO, 0)
                .unreadRecipients(0);
    }

    private static CampaignId launch(CampaignEngine engine, List<AudienceMember> people) {
        CampaignId id = engine.campaigns()
                .create(CampaignSpec.builder("Order news")
                        .content(TemplateContent.of("order_update", "en").body("A-1007", "on its way"))
                        .audience(Audience.of(people))
                        .sendMode(SendMode.RECONCILE_RESEND)
                        .build())
                .id();
        engine.campaigns().launch(id);
        return id;
    }

    /** Accepted is as far as a message gets of which no status is heard. */
    private static void awaitAccepted(CampaignEngine engine, CampaignId id, int people) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            Campaign campaign = engine.campaigns().get(id);
            assertThat(campaign.progress().in(DeliveryState.ACCEPTED))
                    .as(campaign.progress().toString())
                    .isEqualTo(people);
        });
    }

    private static List<Delivery> deliveries(CampaignEngine engine, CampaignId id) {
        return engine.campaigns().deliveries(id, DeliveryQuery.first(PEOPLE + 10));
    }

    private static boolean isTo(AudienceMember person, Delivery delivery) {
        return delivery.recipient()
                .flatMap(Recipient::phone)
                .filter(phone -> phone.e164().equals(person.phone()))
                .isPresent();
    }

    private static void assertSentOnce(TwilioSimulator simulator, List<Delivery> deliveries) {
        assertThat(simulator.ledger().duplicates()).isEmpty();
        assertThat(deliveries.stream()
                        .map(it -> it.messageId().map(MessageId::value).orElse("none")))
                .as("what each delivery says was sent for it, and what Twilio took")
                .containsExactlyInAnyOrderElementsOf(simulator.ledger().accepted().stream()
                        .map(LedgerEntry::wamid)
                        .toList());
        assertThat(simulator.summary().deliveredWebhooks()).isZero();
    }
}
