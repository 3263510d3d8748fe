package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignStateException;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.message.TextMessage;
import dev.wakit.testkit.SettableClock;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is deleted after its time, what stays, and that deleting never disturbs sending. */
abstract class Retention {

    /** Row F23 of the fault matrix: 20 rounds in each build, more before a release. */
    private static final int ROUNDS = Integer.getInteger("wakit.retention.rounds", 20);

    private static final int SINGLES = 24;
    private static final int PEOPLE = 12;
    private static final int PAUSE_MILLIS = 3;
    private static final DeliveryId ALL = new DeliveryId(Long.MAX_VALUE);

    @TempDir
    private Path folder;

    abstract Database database(Path folder);

    private static SingleSend.Builder text(int person) {
        return SingleSend.builder(SingleSends.person(person), TextMessage.of("Your order is on its way."))
                .category(SendCategory.UTILITY);
    }

    @Test
    void whatIsOverGoesAfterItsTimeAndTheRestStays() {
        var clock = SettableClock.at(Instant.now());
        try (Stage stage = Stage.open(
                database(folder),
                Stage.quick(),
                engine -> engine.clock(clock).keepFinishedCampaigns(Duration.ofDays(30)))) {
            Outbox outbox = stage.engine.outbox();
            CampaignId campaign = stage.launch(People.ordinary(3));
            stage.awaitSettled(campaign);
            DeliveryId read =
                    outbox.enqueue(text(50).idempotencyKey("a").build()).delivery();
            SingleSends.await(outbox, read, DeliveryState.READ);
            Instant farAway = clock.instant().plus(Duration.ofDays(60));
            DeliveryId waiting =
                    outbox.enqueue(text(51).notBefore(farAway).build()).delivery();

            // Each key goes with one round of housekeeping, and that of the second one proves that the first one ended.
            clock.advance(Duration.ofDays(22).plus(Duration.ofHours(1)));
            outbox.enqueue(text(52).notBefore(farAway).idempotencyKey("b").build());
            clock.advance(Duration.ofDays(7).minusHours(1).minusMinutes(30));
            awaitForgotten(outbox, "a");
            clock.advance(Duration.ofHours(2));
            awaitForgotten(outbox, "b");
            assertThat(outbox.find(read)).isPresent();
            assertThat(stage.engine.campaigns().find(campaign)).isPresent();

            clock.advance(Duration.ofDays(2));
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.engine.campaigns().find(campaign).isEmpty()
                            && outbox.find(read).isEmpty());

            assertThat(stage.stores.deliveries().list(TenantId.DEFAULT, campaign, DeliveryQuery.first(10)))
                    .isEmpty();
            assertThat(outbox.find(waiting).orElseThrow().state()).isEqualTo(DeliveryState.PENDING);
            assertThat(stage.simulator.ledger().accepted()).hasSize(4);
        }
    }

    private static void awaitForgotten(Outbox outbox, String key) {
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> outbox.findByKey(key).isEmpty());
    }

    /** Deletes as if the time of everything were over, all the while that messages are sent and statuses arrive. */
    @Test
    void deletingWhileOthersAreSentLosesNobodyAndBringsNobodyBack() throws Exception {
        var simulator = Stage.quick().loseResponses(0.05);
        try (Stage stage = Stage.open(database(folder), simulator)) {
            var isOver = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<Long> singles = threads.submit(() -> deleteSingles(stage.stores, isOver));
                Future<Long> campaigns = threads.submit(() -> deleteCampaigns(stage, isOver));
                for (int round = 0; round < ROUNDS; round++) {
                    send(stage, round);
                }
                int expected = ROUNDS * (SINGLES + PEOPLE);
                Awaitility.await()
                        .atMost(Stage.PATIENCE)
                        .until(() -> stage.simulator.ledger().accepted().size() >= expected);
                stage.simulator.awaitQuiet(Stage.PATIENCE);
                Awaitility.await().atMost(Stage.PATIENCE).until(() -> isEmpty(stage));
                isOver.countDown();

                assertThat(singles.get() + campaigns.get()).isEqualTo((long) ROUNDS * SINGLES + ROUNDS);
                List<LedgerEntry> accepted = stage.simulator.ledger().accepted();
                assertThat(stage.simulator.ledger().duplicates()).isEmpty();
                assertThat(accepted).hasSize(expected);
                assertThat(accepted).extracting(LedgerEntry::to).doesNotHaveDuplicates();
                assertThat(stage.stores.inbox().parked()).isZero();
            } finally {
                isOver.countDown();
                threads.shutdownNow();
            }
        }
    }

    private static void send(Stage stage, int round) {
        List<AudienceMember> everybody = People.ordinary((round + 1) * (SINGLES + PEOPLE));
        int first = round * (SINGLES + PEOPLE);
        stage.launch(everybody.subList(first, first + PEOPLE));
        var keys = new ArrayList<DeliveryId>();
        for (int i = 0; i < SINGLES; i++) {
            SingleSend send = text(first + PEOPLE + i)
                    .idempotencyKey("round-" + round + "-" + i)
                    .build();
            keys.add(stage.engine.outbox().enqueue(send).delivery());
        }
        // Asked for again after it is gone, it is still the same message.
        for (int i = 0; i < SINGLES; i++) {
            SingleSend again = text(first + PEOPLE + i)
                    .idempotencyKey("round-" + round + "-" + i)
                    .build();
            assertThat(stage.engine.outbox().enqueue(again).delivery()).isEqualTo(keys.get(i));
        }
    }

    private static long deleteSingles(CampaignStores stores, CountDownLatch isOver) throws InterruptedException {
        long deleted = 0;
        while (!isOver.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            deleted += stores.outbox().deleteSettled(ALL, Instant.now().plus(Duration.ofDays(1)), 7);
        }
        return deleted;
    }

    private static long deleteCampaigns(Stage stage, CountDownLatch isOver) throws InterruptedException {
        long deleted = 0;
        var completed = new CampaignQuery(Set.of(CampaignStatus.COMPLETED), CampaignQuery.FIRST_PAGE, 50);
        while (!isOver.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            for (var campaign : stage.engine.campaigns().list(completed)) {
                try {
                    stage.engine.campaigns().delete(campaign.id());
                    deleted++;
                } catch (CampaignStateException runsAgain) {
                    // A message of it is sent again; it completes once more.
                }
            }
        }
        return deleted;
    }

    private static boolean isEmpty(Stage stage) {
        return stage.engine.campaigns().list(CampaignQuery.newest(10)).isEmpty()
                && stage.engine.outbox().list(DeliveryQuery.first(10)).isEmpty()
                && stage.stores.inbox().backlog() == 0;
    }
}
