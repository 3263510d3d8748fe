package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.consent.ErasureReceipt;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.message.TextMessage;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erasing people while they and others are sent to, judged by the simulator's ledger and by every value in the database. */
abstract class Erasure {

    /** Row F23 of the fault matrix: 20 people in each build, more before a release. */
    private static final int ROUNDS = Integer.getInteger("wakit.erasure.rounds", 20);

    private static final int PEOPLE_EACH = 8;
    private static final int RATE = 80;
    private static final long SEED = Long.getLong("wakit.seed", System.nanoTime());

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    /** Numbers of which some answer, and every second person has a user id as well. */
    private static List<AudienceMember> everybody(int count) {
        var people = new ArrayList<AudienceMember>(count);
        for (int i = 0; i < count; i++) {
            String lastFour = switch (i % 8) {
                case 3 -> "7867";
                case 5 -> "8398";
                default -> String.format("%04d", 1_000 + i);
            };
            PhoneNumber phone = PhoneNumber.parse("+9197" + String.format("%04d", 4_000 + i) + lastFour);
            people.add(AudienceMember.of(
                            i % 2 == 0 ? Recipient.of(phone) : Recipient.of(phone, Bsuid.of("IN.55" + (100_000 + i))))
                    .named("Asha" + i)
                    .with("package", "Bali Premium")
                    .with("price", "45,000"));
        }
        return people;
    }

    private static Recipient recipient(AudienceMember person) {
        PhoneNumber phone = PhoneNumber.parse(person.phone());
        return person.bsuid().isEmpty() ? Recipient.of(phone) : Recipient.of(phone, Bsuid.of(person.bsuid()));
    }

    /** Repeats until nothing stays, as a host does. */
    private static void erase(Stage stage, Recipient person) {
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.engine.people().erase(person), ErasureReceipt::isComplete);
    }

    private static CampaignId draft(Stage stage, List<AudienceMember> people) {
        return stage.engine
                .campaigns()
                .create(Stage.spec(people).rate(RateLimit.perSecond(RATE)).build())
                .id();
    }

    private static void enqueue(Stage stage, AudienceMember person, int number) {
        stage.engine
                .outbox()
                .enqueue(SingleSend.builder(recipient(person), TextMessage.of("Your ticket, Asha" + number))
                        .category(SendCategory.UTILITY)
                        .idempotencyKey("ticket-" + person.phone())
                        .build());
    }

    @Test
    void nobodyWhoIsErasedIsSentToAfterwardsAndNothingBringsThemBack() {
        var random = new Random(SEED);
        Database database = database(folder);
        try (Stage stage = Stage.open(database, Stage.quick().loseResponses(0.05))) {
            List<AudienceMember> people = everybody(ROUNDS * PEOPLE_EACH);
            CampaignId drafted = draft(stage, people);
            CampaignId sent = draft(stage, people);
            stage.engine.campaigns().launch(sent);
            var left = new ArrayList<>(people);
            Map<AudienceMember, Instant> erased = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                int accepted = round * PEOPLE_EACH / 2;
                Awaitility.await()
                        .atMost(Stage.PATIENCE)
                        .until(() -> stage.simulator.ledger().accepted().size() >= accepted);
                AudienceMember person = left.remove(random.nextInt(left.size()));
                enqueue(stage, person, round);
                if (round % 4 == 0) {
                    // What was sent just now is heard of when nobody knows it any more.
                    stage.simulator.pauseWebhooks();
                }
                erase(stage, recipient(person));
                erased.put(person, Instant.now());
                stage.simulator.resumeWebhooks();
            }
            CampaignProgress progress = stage.awaitSettled(sent).progress();
            // Some were erased before their turn, some after it.
            assertThat(progress.skippedByReason().get(SkipReason.ERASED)).isBetween(1L, ROUNDS - 1L);
            assertThat(stage.simulator.ledger().accepted())
                    .filteredOn(entry -> entry.kind().equals("template"))
                    .extracting(LedgerEntry::recipient)
                    .doesNotHaveDuplicates();
            stage.engine.campaigns().launch(drafted);
            stage.awaitSettled(drafted);
            CampaignId again = stage.launch(people);
            stage.awaitSettled(again);

            judgeSends(stage, erased);
            judgeCounters(progress, people.size());
            assertThat(stage.get(drafted).progress().skippedByReason().get(SkipReason.ERASED))
                    .isEqualTo(ROUNDS);
            assertThat(stage.get(again).progress().skippedByReason().get(SkipReason.ERASED))
                    .isEqualTo(ROUNDS);
            assertThat(stage.stores.inbox().parked()).isZero();
            judgeTables(database, stage, erased.keySet());
            System.out.printf("Erasure: %d of %d people, seed %d%n", ROUNDS, people.size(), SEED);
        }
    }

    private static void judgeSends(Stage stage, Map<AudienceMember, Instant> erased) {
        List<LedgerEntry> accepted = stage.simulator.ledger().accepted();
        erased.forEach((person, at) -> assertThat(accepted)
                .filteredOn(entry -> entry.recipient().equals(person.phone().substring(1)))
                .as("what was sent after somebody was erased")
                .allSatisfy(entry -> assertThat(entry.time()).isBefore(at)));
    }

    /** Each person counts once, whoever was erased. */
    private static void judgeCounters(CampaignProgress progress, int people) {
        assertThat(Stream.of(DeliveryState.values()).mapToLong(progress::in).sum())
                .isEqualTo(people);
    }

    private static void judgeTables(Database database, Stage stage, Iterable<AudienceMember> erased) {
        Dump dump = Dump.of(database);
        assertThat(dump.tables()).contains("wa_delivery", "wa_inbox", "wa_suppression", "wa_orphan_status");
        for (AudienceMember person : erased) {
            var traces = new ArrayList<>(Dump.traces(person.phone()));
            if (!person.bsuid().isEmpty()) {
                traces.add(person.bsuid());
            }
            traces.add(person.name() + "\"");
            stage.simulator.ledger().accepted().stream()
                    .filter(entry -> entry.recipient().equals(person.phone().substring(1)))
                    .map(LedgerEntry::wamid)
                    .forEach(traces::add);
            assertThat(dump.holding(traces))
                    .as("tables that still tell of a person")
                    .isEmpty();
        }
    }

    /** The judge itself is judged: before anybody is erased, it finds the person in every table that it should. */
    @Test
    void lateNewsAndAnswersOfWhoWasErasedLeaveNoTrace() {
        Database database = database(folder);
        try (Stage stage = Stage.open(database)) {
            AudienceMember person = everybody(4).get(3);
            CampaignId campaign = stage.launch(List.of(person));
            stage.awaitSettled(campaign);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.engine
                            .suppressions()
                            .suppressed(TenantId.DEFAULT, List.of(person.phone()), false)
                            .contains(person.phone()));
            assertThat(Dump.of(database).holding(Dump.traces(person.phone())))
                    .contains("wa_delivery", "wa_inbox", "wa_suppression");
            LedgerEntry message = stage.simulator.ledger().accepted().get(0);

            erase(stage, recipient(person));
            Instant later = Instant.now();
            SignedWebhook.postStatuses(
                    stage.engine,
                    stage.simulator,
                    List.of(
                            SignedWebhook.statusWithoutRef(message, "read", later),
                            SignedWebhook.status(message, "delivered", later, "")));
            stage.simulator.customerWrites(person.phone().substring(1), "STOP");
            stage.simulator.awaitQuiet(Stage.PATIENCE);
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.stores.inbox().backlog() == 0);

            assertThat(stage.engine.people().isErased(recipient(person))).isTrue();
            assertThat(stage.stores.orphans().count()).isZero();
            assertThat(stage.stores.deliveries().list(TenantId.DEFAULT, campaign, DeliveryQuery.first(10)))
                    .isEmpty();
            assertThat(stage.get(campaign).status()).isEqualTo(CampaignStatus.COMPLETED);
            judgeTables(database, stage, List.of(person));

            // A person may come back, if the host says so.
            assertThat(stage.engine
                            .suppressions()
                            .remove(
                                    TenantId.DEFAULT,
                                    person.phone(),
                                    SuppressionScope.ALL,
                                    Instant.now().plus(Duration.ofMinutes(1))))
                    .isTrue();
            assertThat(stage.engine.people().isErased(Recipient.of(PhoneNumber.parse(person.phone()))))
                    .isFalse();
        }
    }
}
