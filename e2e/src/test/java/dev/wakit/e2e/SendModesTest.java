package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.ResendRefusedException;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.webhook.WebhookChannel;
import dev.wakit.rate.RateLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each mode does with messages whose answer never came, counted at the simulator. */
@Execution(ExecutionMode.CONCURRENT)
class SendModesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final OperatorNote NOTE = new OperatorNote("Meera", "the network was down");

    /** The key under which the simulator counts requests whose connection it closed before it accepted anything. */
    private static final int CLOSED = 0;

    @TempDir
    private Path folder;

    @Test
    void everyAnswerIsLostAndWebhooksAloneSettleEverybody() {
        try (Stage stage = Stage.open(Database.sqlite(folder), Stage.quick().loseResponses(1))) {
            CampaignId id = stage.launch(Stage.spec(People.ordinary(120)).rate(RateLimit.perSecond(60)));

            Campaign done = stage.awaitSettled(id);

            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(120);
            assertThat(done.progress().duplicateSends()).isZero();
            assertThat(stage.simulator.ledger().requests()).isEqualTo(120);
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SendMode.class,
            names = {"AT_MOST_ONCE", "RECONCILE_HOLD"})
    void aCarefulModeMakesOneRequestAndSaysThatNobodyKnows(SendMode mode) {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember lost = People.magic(70, "0104");
            CampaignId id = stage.launch(steady(lost).sendMode(mode));

            awaitState(stage, id, lost, DeliveryState.UNKNOWN);

            assertThat(requestsThatWereClosed(stage)).isEqualTo(1);
            assertThat(stage.engine
                            .campaigns()
                            .pastAttempts(stage.deliveryTo(id, lost).id()))
                    .isEmpty();
        }
    }

    @Test
    void resendMakesOneMoreRequestOnceWebhooksProveThatTheyWork() {
        try (Stage stage = Stage.open(
                Database.sqlite(folder), Stage.quick(), engine -> engine.evidenceLimit(Duration.ofSeconds(20)))) {
            AudienceMember lost = People.magic(71, "0104");
            CampaignId id = stage.launch(steady(lost).sendMode(SendMode.RECONCILE_RESEND));

            awaitState(stage, id, lost, DeliveryState.UNKNOWN);

            assertThat(requestsThatWereClosed(stage)).isEqualTo(2);
            Delivery row = stage.deliveryTo(id, lost);
            assertThat(row.attemptNo()).isEqualTo(2);
            assertThat(stage.engine.campaigns().pastAttempts(row.id()))
                    .extracting(PastAttempt::errorText)
                    .singleElement()
                    .asString()
                    .contains("Sent again");
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
        }
    }

    @Test
    void resendWaitsWhileNoWebhookArrivesAndGivesUpAtTheLimit() {
        try (Stage stage = Stage.open(
                Database.sqlite(folder), Stage.quick(), engine -> engine.evidenceLimit(Duration.ofSeconds(12)))) {
            stage.simulator.pauseWebhooks();
            AudienceMember lost = People.magic(72, "0408");
            CampaignId id = stage.launch(steady(lost).sendMode(SendMode.RECONCILE_RESEND));

            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> stage.engine.channels().stream()
                            .map(WebhookChannel::notProvenSince)
                            .anyMatch(java.util.Optional::isPresent));
            assertThat(stage.deliveryTo(id, lost).state()).isEqualTo(DeliveryState.UNCERTAIN);
            awaitState(stage, id, lost, DeliveryState.UNKNOWN);
            assertThat(acceptedFor(stage, lost)).isEqualTo(1);

            stage.simulator.resumeWebhooks();
            awaitState(stage, id, lost, DeliveryState.READ);
            assertThat(acceptedFor(stage, lost)).isEqualTo(1);
        }
    }

    @Test
    void atLeastOnceTriesThreeTimesAndCountsItsDuplicates() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            stage.simulator.pauseWebhooks();
            AudienceMember lost = People.magic(73, "0408");
            CampaignId id = stage.launch(steady(lost).sendMode(SendMode.AT_LEAST_ONCE));

            Awaitility.await().atMost(SOON).until(() -> acceptedFor(stage, lost) == 3);
            awaitState(stage, id, lost, DeliveryState.UNKNOWN);
            assertThat(acceptedFor(stage, lost)).isEqualTo(3);
            stage.simulator.resumeWebhooks();

            awaitState(stage, id, lost, DeliveryState.READ);
            Awaitility.await()
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(stage.get(id).progress().duplicateSends())
                            .isEqualTo(2));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> stage.events.stream().anyMatch(CampaignEvent.DuplicateSendDetected.class::isInstance));
        }
    }

    @Test
    void anOperatorSendsUnknownDeliveriesAgain() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember fault = People.magic(74, "1111");
            stage.simulator.failNext(1, 500, 131000);
            CampaignId id = stage.launch(List.of(fault));
            awaitState(stage, id, fault, DeliveryState.UNKNOWN);
            stage.await(id, campaign -> campaign.status() == CampaignStatus.COMPLETED);
            Delivery unknown = stage.deliveryTo(id, fault);

            long count = stage.engine.campaigns().resendUnknown(id, List.of(unknown.id()), NOTE);

            assertThat(count).isEqualTo(1);
            awaitState(stage, id, fault, DeliveryState.READ);
            stage.await(id, campaign -> campaign.status() == CampaignStatus.COMPLETED);
            assertThat(stage.engine.campaigns().pastAttempts(unknown.id()))
                    .extracting(PastAttempt::errorText)
                    .singleElement()
                    .asString()
                    .contains("Meera")
                    .contains("the network was down");
            assertThatThrownBy(() -> stage.engine.campaigns().resendUnknown(id, List.of(unknown.id()), NOTE))
                    .isInstanceOfSatisfying(
                            ResendRefusedException.class,
                            e -> assertThat(e.refused()).containsExactly(unknown.id()));
            assertThat(stage.engine.campaigns().resendAllUnknown(id, NOTE)).isZero();
        }
    }

    @Test
    void nobodySendsAnAtMostOnceCampaignAgain() {
        try (Stage stage = Stage.open(Database.sqlite(folder))) {
            AudienceMember fault = People.magic(75, "0500");
            CampaignId id = stage.launch(Stage.spec(List.of(fault)).sendMode(SendMode.AT_MOST_ONCE));
            awaitState(stage, id, fault, DeliveryState.UNKNOWN);
            Delivery unknown = stage.deliveryTo(id, fault);

            assertThatThrownBy(() -> stage.engine.campaigns().resendAllUnknown(id, NOTE))
                    .isInstanceOf(ResendRefusedException.class)
                    .hasMessageContaining("AT_MOST_ONCE");
            assertThat(stage.engine.campaigns().failUnknown(id, List.of(unknown.id()), NOTE))
                    .isEqualTo(1);

            assertThat(stage.deliveryTo(id, fault).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(stage.simulator.ledger().requests()).isEqualTo(1);
        }
    }

    /** One special person among others, who keep webhooks coming for some seconds. */
    private static dev.wakit.campaign.CampaignSpec.Builder steady(AudienceMember special) {
        var people = new ArrayList<AudienceMember>();
        people.add(special);
        people.addAll(People.ordinary(300));
        return Stage.spec(people).rate(RateLimit.perSecond(10));
    }

    private static void awaitState(Stage stage, CampaignId id, AudienceMember person, DeliveryState state) {
        stage.await(id, campaign -> campaign.status().isFinished() || campaign.status() == CampaignStatus.RUNNING);
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(
                        () -> assertThat(stage.deliveryTo(id, person).state()).isEqualTo(state));
    }

    private static long acceptedFor(Stage stage, AudienceMember person) {
        return stage.simulator.ledger().acceptedFor(person.phone()).size();
    }

    private static long requestsThatWereClosed(Stage stage) {
        Map<Integer, Long> rejections = stage.simulator.ledger().rejections();
        return rejections.getOrDefault(CLOSED, 0L);
    }
}
