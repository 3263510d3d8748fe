package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignNotFoundException;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.outbox.IdempotencyConflictException;
import dev.wakit.campaign.outbox.InvalidSendException;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.QuickResult;
import dev.wakit.campaign.outbox.QuickSend;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.message.MarketingDelivery;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every database must show of single sends with the whole engine on it. */
abstract class SingleSends {

    private static final Message OFFER = TemplateMessage.builder("tour_package_marketing", "en_US")
            .body("Bali Premium", "45,000")
            .build();

    abstract Database database();

    /** A transaction of the host on the same database. */
    abstract HostTransaction begin() throws SQLException;

    /** A transaction of the host. */
    interface HostTransaction extends AutoCloseable {

        Connection connection();

        void commit() throws SQLException;

        void rollback() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    static Recipient person(int number) {
        return Recipient.of(
                PhoneNumber.parse(People.ordinary(number + 1).get(number).phone()));
    }

    static Recipient magic(int series, String lastFour) {
        return Recipient.of(PhoneNumber.parse(People.magic(series, lastFour).phone()));
    }

    static Delivery await(Outbox outbox, DeliveryId id, DeliveryState state) {
        return Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> outbox.find(id).orElseThrow(), delivery -> delivery.state() == state);
    }

    private static SingleSend.Builder offer(Recipient recipient) {
        return SingleSend.builder(recipient, OFFER).category(SendCategory.UTILITY);
    }

    @Test
    void aMessageIsSentOnceAndItsStatusesComeBack() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();

            SendReceipt receipt = outbox.enqueue(offer(person(0)).build());

            assertThat(receipt.repeated()).isFalse();
            Delivery read = await(outbox, receipt.delivery(), DeliveryState.READ);
            assertThat(read.attemptNo()).isEqualTo(1);
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);
            assertThat(stage.events)
                    .filteredOn(event -> event instanceof CampaignEvent.DeliveryChanged changed
                            && changed.delivery().id().equals(receipt.delivery()))
                    .extracting(event ->
                            ((CampaignEvent.DeliveryChanged) event).delivery().state())
                    .contains(DeliveryState.READ);
        }
    }

    @Test
    void aPersonKnownByUserIdOnlyIsReachedThroughMarketingMessages() {
        TemplateMessage marketed = ((TemplateMessage) OFFER)
                .toBuilder().marketing(MarketingDelivery.standard()).build();
        Recipient unnamed = Recipient.of(Bsuid.of("US.13491208655302741918"));
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();

            SendReceipt receipt =
                    outbox.enqueue(SingleSend.builder(unnamed, marketed).build());

            await(outbox, receipt.delivery(), DeliveryState.READ);
            assertThat(stage.simulator.ledger().accepted())
                    .extracting(LedgerEntry::recipient)
                    .containsExactly("US.13491208655302741918");
        }
    }

    @Test
    void theSameKeyIsOneMessageHoweverManyThreadsAsk() throws Exception {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            SingleSend send = offer(person(0)).idempotencyKey("order-77").build();
            var threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<SendReceipt>> calls = IntStream.range(0, 24)
                        .<Callable<SendReceipt>>mapToObj(i -> () -> outbox.enqueue(send))
                        .toList();
                var receipts = new ArrayList<SendReceipt>();
                for (Future<SendReceipt> call : threads.invokeAll(calls)) {
                    receipts.add(call.get());
                }

                assertThat(receipts)
                        .extracting(SendReceipt::delivery)
                        .containsOnly(receipts.get(0).delivery());
                assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
            DeliveryId id = outbox.findByKey("order-77").orElseThrow().id();
            await(outbox, id, DeliveryState.READ);
            assertThat(outbox.enqueue(send)).isEqualTo(new SendReceipt(id, true));
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);
        }
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefusedByItsName() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            SendReceipt first =
                    outbox.enqueue(offer(person(0)).idempotencyKey("order-77").build());
            SingleSend otherBody = SingleSend.builder(person(0), TextMessage.of("secret words"))
                    .idempotencyKey("order-77")
                    .build();
            SingleSend otherPerson = offer(person(1)).idempotencyKey("order-77").build();
            SingleSend otherCategory = offer(person(0))
                    .category(SendCategory.MARKETING)
                    .idempotencyKey("order-77")
                    .build();
            SingleSend otherMode = offer(person(0))
                    .sendMode(SendMode.AT_LEAST_ONCE)
                    .idempotencyKey("order-77")
                    .build();
            SingleSend otherTime = offer(person(0))
                    .sendBy(Instant.now().plusSeconds(60))
                    .idempotencyKey("order-77")
                    .build();

            for (SingleSend other : List.of(otherBody, otherPerson, otherCategory, otherMode, otherTime)) {
                assertThatThrownBy(() -> outbox.enqueue(other))
                        .isInstanceOf(IdempotencyConflictException.class)
                        .hasMessageContaining("'order-77'")
                        .hasMessageContaining(first.delivery().toString())
                        .hasMessageContaining("Use a new key")
                        .hasMessageNotContaining("secret");
            }
            await(outbox, first.delivery(), DeliveryState.READ);
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);
        }
    }

    @Test
    void suppressionsHoldBackByCategory() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            suppress(stage, person(0), SuppressionScope.MARKETING);
            suppress(stage, person(1), SuppressionScope.ALL);

            DeliveryId marketing = outbox.enqueue(
                            offer(person(0)).category(SendCategory.MARKETING).build())
                    .delivery();
            DeliveryId template =
                    outbox.enqueue(SingleSend.builder(person(0), OFFER).build()).delivery();
            DeliveryId utility = outbox.enqueue(offer(person(0)).build()).delivery();
            DeliveryId code = outbox.enqueue(offer(person(1))
                            .category(SendCategory.AUTHENTICATION)
                            .build())
                    .delivery();

            await(outbox, utility, DeliveryState.READ);
            for (DeliveryId skipped : List.of(marketing, template, code)) {
                assertThat(outbox.find(skipped).orElseThrow().skipReason()).contains(SkipReason.SUPPRESSED);
            }
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);
            assertThat(stage.events)
                    .anyMatch(event -> event instanceof CampaignEvent.DeliveryChanged changed
                            && changed.delivery().id().equals(marketing)
                            && changed.delivery().state() == DeliveryState.SKIPPED);
        }
    }

    private static void suppress(Stage stage, Recipient person, SuppressionScope scope) {
        stage.engine.suppress(new Suppression(person.key(), scope, SuppressionSource.OPERATOR, "asked", Instant.now()));
    }

    @Test
    void whatIsDueLaterWaitsAndMayBeTakenBack() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId late = outbox.enqueue(offer(person(0))
                            .notBefore(Instant.now().plus(Duration.ofHours(1)))
                            .build())
                    .delivery();
            DeliveryId soon = outbox.enqueue(offer(person(1))
                            .notBefore(Instant.now().plusMillis(700))
                            .build())
                    .delivery();

            assertThat(outbox.find(soon).orElseThrow().state()).isEqualTo(DeliveryState.PENDING);
            Delivery sent = await(outbox, soon, DeliveryState.READ);

            assertThat(sent.intentAt().orElseThrow()).isAfterOrEqualTo(sent.notBefore());
            assertThat(outbox.cancel(late)).isTrue();
            assertThat(outbox.cancel(late)).isFalse();
            assertThat(outbox.cancel(soon)).isFalse();
            assertThat(outbox.find(late).orElseThrow().state()).isEqualTo(DeliveryState.CANCELLED);
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);
        }
    }

    @Test
    void whatIsTooLateIsSkippedAndNotSent() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId past = outbox.enqueue(offer(person(0))
                            .sendBy(Instant.now().minusSeconds(1))
                            .build())
                    .delivery();
            // Both fail by a status; the next try is within the time for one, and a day later for the other.
            DeliveryId missed = outbox.enqueue(offer(magic(8, "0026"))
                            .sendBy(Instant.now().plusSeconds(60))
                            .build())
                    .delivery();
            DeliveryId capped = outbox.enqueue(offer(magic(9, "0049"))
                            .sendBy(Instant.now().plusSeconds(60))
                            .build())
                    .delivery();

            assertThat(outbox.find(past).orElseThrow().skipReason()).contains(SkipReason.TOO_LATE);
            Delivery failed = await(outbox, capped, DeliveryState.FAILED);
            assertThat(failed.errorText().orElseThrow()).contains("after the send-by time");
            assertThat(failed.tries()).isEqualTo(1);
            assertThat(await(outbox, missed, DeliveryState.FAILED).tries()).isEqualTo(3);
            assertThat(stage.simulator.ledger().acceptedFor(person(0).key())).isEmpty();
        }
    }

    @Test
    void refusalsAreTriedAgainAndEndAsTheyDoInACampaign() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId undeliverable =
                    outbox.enqueue(offer(magic(1, "0026")).build()).delivery();
            DeliveryId lostAnswer =
                    outbox.enqueue(offer(magic(4, "0408")).build()).delivery();
            DeliveryId throttledOnce =
                    outbox.enqueue(offer(magic(8, "0429")).build()).delivery();

            assertThat(await(outbox, undeliverable, DeliveryState.FAILED).tries())
                    .isEqualTo(3);
            await(outbox, lostAnswer, DeliveryState.READ);
            await(outbox, throttledOnce, DeliveryState.READ);
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void theMailboxIsNoCampaignForAnybody() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId id = outbox.enqueue(offer(person(0)).build()).delivery();
            Delivery read = await(outbox, id, DeliveryState.READ);

            assertThat(stage.engine.campaigns().list(CampaignQuery.newest(10))).isEmpty();
            assertThat(stage.engine.campaigns().find(read.campaign())).isEmpty();
            assertThatThrownBy(() -> stage.engine.campaigns().pause(read.campaign()))
                    .isInstanceOf(CampaignNotFoundException.class);
            assertThatThrownBy(() -> stage.engine.campaigns().cancel(read.campaign()))
                    .isInstanceOf(CampaignNotFoundException.class);
            assertThatThrownBy(() -> stage.engine.campaigns().delete(read.campaign()))
                    .isInstanceOf(CampaignNotFoundException.class);
        }
    }

    @Test
    void aQuickSendTellsWhatBecameOfEachPerson() {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            var people = new ArrayList<>(People.ordinary(3));
            people.add(AudienceMember.of("12").with("package", "x").with("price", "y"));
            people.add(people.get(0));
            people.add(AudienceMember.of(People.magic(40, "1111").phone()).with("package", "x"));
            QuickSend quick = QuickSend.builder(TemplateContent.of("tour_package_marketing", "en_US")
                            .body("{{package}}", "{{price}}"))
                    .to(people)
                    .category(SendCategory.UTILITY)
                    .idempotencyKey("newsletter-3")
                    .build();

            List<QuickResult> results = outbox.sendAll(quick);
            List<QuickResult> again = outbox.sendAll(quick);

            assertThat(results).extracting(QuickResult::position).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(results.get(3).skipped()).contains(SkipReason.INVALID_NUMBER);
            assertThat(results.get(4).skipped()).contains(SkipReason.DUPLICATE);
            assertThat(results.get(5).skipped()).contains(SkipReason.MISSING_VARIABLE);
            assertThat(results.get(5).detail()).isEqualTo("price");
            for (int i = 0; i < 3; i++) {
                DeliveryId id = results.get(i).delivery().orElseThrow();
                await(outbox, id, DeliveryState.READ);
                assertThat(again.get(i).delivery()).contains(id);
            }
            assertThat(stage.simulator.ledger().accepted()).hasSize(3);
            assertThat(stage.engine.campaigns().list(CampaignQuery.newest(10))).isEmpty();
        }
    }

    @Test
    void tooManyPeopleAreACampaign() {
        try (Stage stage = Stage.open(database())) {
            QuickSend quick = QuickSend.builder(TemplateContent.of("tour_package_marketing", "en_US")
                            .body("{{package}}", "{{price}}"))
                    .to(People.ordinary(QuickSend.DEFAULT_LIMIT + 1))
                    .build();

            assertThatThrownBy(() -> stage.engine.outbox().sendAll(quick))
                    .isInstanceOf(InvalidSendException.class)
                    .hasMessageContaining("at most 50 people, and this one is for 51")
                    .hasMessageContaining("Create a campaign");
            assertThat(stage.simulator.ledger().accepted()).isEmpty();
        }
    }

    @Test
    void aMessageInsideTheHostsTransactionIsSentIfAndOnlyIfItCommits() throws SQLException {
        try (Stage stage = Stage.open(database())) {
            Outbox outbox = stage.engine.outbox();
            DeliveryId rolledBack;
            try (HostTransaction host = begin()) {
                OutboxStore joined = stage.stores.outbox(host.connection());
                rolledBack = outbox.within(joined)
                        .enqueue(offer(person(0)).idempotencyKey("a").build())
                        .delivery();
                host.rollback();
            }
            DeliveryId committed;
            try (HostTransaction host = begin()) {
                OutboxStore joined = stage.stores.outbox(host.connection());
                committed = outbox.within(joined)
                        .enqueue(offer(person(1)).idempotencyKey("b").build())
                        .delivery();
                assertThat(outbox.find(committed)).isEmpty();
                host.commit();
            }

            // Nobody wakes the lane: it finds the message by its own reading.
            await(outbox, committed, DeliveryState.READ);
            assertThat(outbox.find(rolledBack)).isEmpty();
            assertThat(outbox.findByKey("a")).isEmpty();
            assertThat(stage.simulator.ledger().accepted()).hasSize(1);

            try (HostTransaction host = begin()) {
                OutboxStore joined = stage.stores.outbox(host.connection());
                committed = outbox.within(joined)
                        .enqueue(offer(person(2)).priority(Priority.URGENT).build())
                        .delivery();
                host.commit();
            }
            outbox.wake();
            await(outbox, committed, DeliveryState.READ);
        }
    }

    @Test
    void anUrgentMessageOvertakesABlast() {
        var simulator = Stage.quick().messagesPerSecond(1_000);
        try (Stage stage = Stage.open(database(), simulator)) {
            stage.launch(People.ordinary(3_000));
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.simulator.ledger().accepted().size() > 50);
            Recipient person = magic(50, "1234");

            stage.engine
                    .outbox()
                    .enqueue(offer(person)
                            .priority(Priority.URGENT)
                            .category(SendCategory.AUTHENTICATION)
                            .build());
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            !stage.simulator.ledger().acceptedFor(person.key()).isEmpty());

            long before =
                    stage.simulator.ledger().acceptedFor(person.key()).get(0).sequence();
            assertThat(before).as("place in the order of sending").isLessThan(2_000);
            assertThat(Set.copyOf(stage.simulator.ledger().accepted())).hasSizeLessThan(3_000);
        }
    }
}
