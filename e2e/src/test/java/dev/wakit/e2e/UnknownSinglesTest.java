package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.ResendRefusedException;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.outbox.SendCategory;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.message.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of single sends that nobody knows of, and what becomes of them by a decision. */
class UnknownSinglesTest {

    private static final OperatorNote NOTE = new OperatorNote("Meera", "the network was down");

    @TempDir
    private Path folder;

    /** Gives up waiting for proof soon. */
    private Stage open() {
        return Stage.open(
                Database.sqlite(folder),
                Stage.quick(),
                engine -> engine.evidenceGrace(Duration.ofSeconds(1)).evidenceLimit(Duration.ofSeconds(2)));
    }

    private static SingleSend.Builder text(int series, String lastFour) {
        return SingleSend.builder(SingleSends.magic(series, lastFour), TextMessage.of("Your order is on its way."));
    }

    private static DeliveryQuery unknown(DeliveryId after, int limit) {
        return new DeliveryQuery(Set.of(DeliveryState.UNKNOWN), "", "", after, limit);
    }

    private static Delivery await(Outbox outbox, DeliveryId id, DeliveryState state) {
        return SingleSends.await(outbox, id, state);
    }

    @Test
    void anOperatorSeesThemPageByPageWhateverTheirMailbox() {
        try (Stage stage = open()) {
            Outbox outbox = stage.engine.outbox();
            stage.simulator.failNext(3, 500, 131000);
            DeliveryId first = outbox.enqueue(text(1, "1111").build()).delivery();
            DeliveryId second = outbox.enqueue(
                            text(2, "1111").category(SendCategory.UTILITY).build())
                    .delivery();
            DeliveryId third = outbox.enqueue(
                            text(3, "1111").sendMode(SendMode.AT_MOST_ONCE).build())
                    .delivery();
            for (DeliveryId id : List.of(first, second, third)) {
                await(outbox, id, DeliveryState.UNKNOWN);
            }
            DeliveryId fine = outbox.enqueue(text(4, "1111").build()).delivery();
            await(outbox, fine, DeliveryState.READ);

            List<Delivery> page = outbox.list(unknown(new DeliveryId(0), 2));
            List<Delivery> rest = outbox.list(unknown(page.get(1).id(), 2));

            assertThat(page).extracting(Delivery::id).containsExactly(first, second);
            assertThat(rest).extracting(Delivery::id).containsExactly(third);
            assertThat(outbox.list(DeliveryQuery.first(10)))
                    .extracting(Delivery::id)
                    .containsExactly(first, second, third, fine);
        }
    }

    @Test
    void whatIsSentAgainArrivesAndKeepsWhoDecidedItAndWhy() {
        try (Stage stage = open()) {
            Outbox outbox = stage.engine.outbox();
            stage.simulator.failNext(2, 500, 131000);
            DeliveryId chosen = outbox.enqueue(text(1, "1111").build()).delivery();
            DeliveryId other = outbox.enqueue(text(2, "1111").build()).delivery();
            await(outbox, chosen, DeliveryState.UNKNOWN);
            await(outbox, other, DeliveryState.UNKNOWN);

            assertThat(outbox.resendUnknown(List.of(chosen), NOTE)).isEqualTo(1);

            assertThat(await(outbox, chosen, DeliveryState.READ).attemptNo()).isEqualTo(2);
            assertThat(outbox.find(other).orElseThrow().state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(outbox.pastAttempts(chosen))
                    .extracting(PastAttempt::errorText)
                    .singleElement()
                    .asString()
                    .contains("Meera")
                    .contains("the network was down");
            assertThatThrownBy(() -> outbox.resendUnknown(List.of(other, chosen), NOTE))
                    .isInstanceOfSatisfying(
                            ResendRefusedException.class,
                            e -> assertThat(e.refused()).containsExactly(chosen));
            assertThat(outbox.find(other).orElseThrow().state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(outbox.resendAllUnknown(NOTE)).isEqualTo(1);
            await(outbox, other, DeliveryState.READ);
            assertThat(stage.simulator.ledger().accepted()).hasSize(2);
        }
    }

    @Test
    void whatIsTakenForFailedSaysWhoAndWhyAndIsNotSentAgain() {
        try (Stage stage = open()) {
            Outbox outbox = stage.engine.outbox();
            stage.simulator.failNext(1, 500, 131000);
            DeliveryId id = outbox.enqueue(text(1, "1111").build()).delivery();
            await(outbox, id, DeliveryState.UNKNOWN);

            assertThat(outbox.failUnknown(List.of(id), NOTE)).isEqualTo(1);

            Delivery failed = outbox.find(id).orElseThrow();
            assertThat(failed.state()).isEqualTo(DeliveryState.FAILED);
            assertThat(failed.errorCode()).contains("SETTLED");
            assertThat(failed.errorText().orElseThrow()).contains("Meera: the network was down");
            assertThat(outbox.resendAllUnknown(NOTE)).isZero();
            assertThat(stage.simulator.ledger().requests()).isEqualTo(1);
        }
    }

    @Test
    void anAtMostOnceMessageIsNeverSentAgain() {
        try (Stage stage = open()) {
            Outbox outbox = stage.engine.outbox();
            stage.simulator.failNext(1, 500, 131000);
            DeliveryId once = outbox.enqueue(
                            text(1, "1111").sendMode(SendMode.AT_MOST_ONCE).build())
                    .delivery();
            await(outbox, once, DeliveryState.UNKNOWN);

            assertThatThrownBy(() -> outbox.resendUnknown(List.of(once), NOTE))
                    .isInstanceOf(ResendRefusedException.class)
                    .hasMessageContaining("AT_MOST_ONCE")
                    .hasMessageContaining(once.toString());
            assertThat(outbox.resendAllUnknown(NOTE)).isZero();

            assertThat(outbox.find(once).orElseThrow().state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(outbox.failUnknown(List.of(once), NOTE)).isEqualTo(1);
            assertThat(stage.simulator.ledger().requests()).isEqualTo(1);
        }
    }

    @Test
    void aDeliveryOfACampaignIsLeftToItsCampaign() {
        try (Stage stage = open()) {
            Outbox outbox = stage.engine.outbox();
            AudienceMember person = People.magic(1, "1111");
            stage.simulator.failNext(1, 500, 131000);
            CampaignId campaign = stage.launch(List.of(person));
            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> stage.get(campaign).progress().in(DeliveryState.UNKNOWN) == 1);
            DeliveryId id = stage.deliveryTo(campaign, person).id();

            assertThat(outbox.list(DeliveryQuery.first(10))).isEmpty();
            assertThat(outbox.resendAllUnknown(NOTE)).isZero();
            assertThatThrownBy(() -> outbox.failUnknown(List.of(id), NOTE))
                    .isInstanceOf(ResendRefusedException.class)
                    .hasMessageContaining("not UNKNOWN single sends");
            assertThat(stage.deliveryTo(campaign, person).state()).isEqualTo(DeliveryState.UNKNOWN);
        }
    }
}
