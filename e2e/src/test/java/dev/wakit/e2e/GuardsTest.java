package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.rate.RateLimit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops a campaign that goes wrong, and what lets it go on. */
class GuardsTest {

    @TempDir
    private Path folder;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open(Database.sqlite(folder));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void theSameRequestErrorInARowFailsTheCampaignInsteadOfEveryRecipient() {
        stage.simulator.failNext(100_000, 400, 131008);
        CampaignId id = stage.launch(People.ordinary(3_000));

        Campaign failed = stage.await(id, campaign -> campaign.status() == CampaignStatus.FAILED);

        assertThat(failed.reason()).startsWith("20 recipients in a row got the same error 131008");
        settledInFlight(id);
        assertThat(stage.get(id).progress().in(DeliveryState.FAILED)).isBetween(20L, 1_000L);
        assertThat(stage.get(id).progress().in(DeliveryState.PENDING)).isGreaterThan(1_900);
    }

    @Test
    void errorsThatConcernOnePersonEachStopNobodyElse() {
        CampaignId id = stage.launch(failing(0, 60));

        Campaign completed = stage.awaitSettled(id);

        assertThat(completed.progress().in(DeliveryState.FAILED)).isEqualTo(60);
    }

    @Test
    void aShareOfFailuresAboveTheLimitPausesAndAResumedCampaignCountsAnew() {
        var people = new java.util.ArrayList<>(failing(0, 40));
        people.addAll(People.ordinary(60));
        CampaignSpec spec = Stage.spec(people)
                .guards(Guards.DEFAULT.withFailureShare(0.5, 20, Guards.Action.PAUSE))
                .rate(RateLimit.perSecond(6))
                .build();
        CampaignId id = stage.engine.campaigns().create(spec).id();
        stage.engine.campaigns().launch(id);

        Campaign paused = stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED);
        assertThat(paused.reason()).contains("messages failed").contains("50.0 %");
        settledInFlight(id);
        stage.engine.campaigns().changeRate(id, RateLimit.perSecond(500));
        stage.engine.campaigns().resume(id);

        assertThat(stage.awaitSettled(id).progress().read()).isEqualTo(60);
    }

    @Test
    void aPausedTemplatePausesItsCampaignsUntilItIsBack() {
        CampaignId id = slow();
        post("message_template_status_update", """
                "event":"PAUSED","message_template_name":"tour_package_marketing","message_template_language":"en_US",
                "other_info":{"title":"FIRST_PAUSE","description":"Paused for 3 hours."}""");

        Campaign paused = stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED);
        assertThat(paused.reason())
                .isEqualTo("Template 'tour_package_marketing' (en_US) is PAUSED: Paused for 3 hours.");

        template("APPROVED");
        stage.await(id, campaign -> campaign.status() == CampaignStatus.RUNNING);
    }

    @Test
    void anOperatorsPauseStaysWhenTheTemplateComesBack() {
        CampaignId id = slow();
        stage.engine.campaigns().pause(id);

        template("APPROVED");
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.stores.inbox().backlog() == 0);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void anOperatorTakesAGuardsPauseOver() {
        CampaignId id = slow();
        template("PAUSED");
        stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED);

        Campaign taken = stage.engine.campaigns().pause(id);

        assertThat(taken.status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(taken.reason()).isEmpty();
        template("APPROVED");
        Awaitility.await().until(() -> stage.stores.inbox().backlog() == 0);
        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void aSecondPauseOfAnOperatorChangesAndTellsNothing() {
        CampaignId id = slow();
        stage.engine.campaigns().pause(id);
        long told = pausesTold();

        assertThat(stage.engine.campaigns().pause(id).status()).isEqualTo(CampaignStatus.PAUSED);

        assertThat(pausesTold()).isEqualTo(told);
    }

    @Test
    void aPauseThatAnOperatorTakesOverWhileItsGuardLiftsItStays() throws Exception {
        var meanwhile = new AtomicReference<Runnable>(() -> {});
        FaultyStores.Fault between = (method, arguments) -> {
            if (method.equals("move") && List.of(arguments).contains(CampaignStatus.RUNNING)) {
                meanwhile.getAndSet(() -> {}).run();
            }
        };
        stage.close();
        stage = Stage.open(Database.sqlite(Files.createDirectory(folder.resolve("second"))), between);
        CampaignId id = slow();
        template("PAUSED");
        stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED);
        meanwhile.set(() -> stage.engine.campaigns().pause(id));

        template("APPROVED");
        Awaitility.await().until(() -> stage.stores.inbox().backlog() == 0);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
        assertThat(stage.get(id).reason()).isEmpty();
    }

    private long pausesTold() {
        return stage.events.stream()
                .filter(event -> event instanceof CampaignEvent.StatusChanged changed
                        && changed.status() == CampaignStatus.PAUSED)
                .count();
    }

    @Test
    void aFlaggedNumberPausesOnlyCampaignsThatWatchTheirSender() {
        CampaignId watching = slow();
        CampaignId careless = stage.engine
                .campaigns()
                .create(Stage.spec(People.ordinary(300))
                        .guards(Guards.DEFAULT.withPauseOnSender(false))
                        .rate(RateLimit.perSecond(2))
                        .build())
                .id();
        stage.engine.campaigns().launch(careless);
        stage.await(careless, campaign -> campaign.status() == CampaignStatus.RUNNING);

        post("phone_number_quality_update", "\"display_phone_number\":\"15550783881\",\"event\":\"FLAGGED\"");

        assertThat(stage.await(watching, campaign -> campaign.status() == CampaignStatus.PAUSED)
                        .reason())
                .startsWith("Number +15550783881 is FLAGGED");
        assertThat(stage.get(careless).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void refusedCredentialsHoldTheLaneUntilTheyAreReplaced() {
        CampaignId id = stage.engine
                .campaigns()
                .create(Stage.spec(People.ordinary(200)).build())
                .id();
        stage.provider.replaceAccessToken("expired");
        stage.engine.campaigns().launch(id);

        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.events.stream()
                        .anyMatch(event -> event instanceof CampaignEvent.LaneHeld held
                                && held.reason().startsWith("The credentials are refused: 190")));
        settledInFlight(id);
        assertThat(stage.engine.lanes())
                .singleElement()
                .satisfies(lane -> assertThat(lane.holdReason())
                        .hasValueSatisfying(reason -> assertThat(reason).contains("190")));
        assertThat(stage.get(id).progress().in(DeliveryState.FAILED)).isZero();

        Instant ofItsOwnAccord = stage.engine.lanes().get(0).heldUntil().orElseThrow();

        stage.provider.replaceAccessToken(stage.simulator.accessToken());

        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.get(id).progress().in(DeliveryState.PENDING) == 0);
        assertThat(stage.simulator.ledger().accepted().get(0).time())
                .as("the first message, before the lane would have tried again 30 seconds later")
                .isBefore(ofItsOwnAccord);
        assertThat(stage.awaitSettled(id).progress().read()).isEqualTo(200);
        assertThat(stage.events).anyMatch(CampaignEvent.LaneReleased.class::isInstance);
    }

    @Test
    void whoGetsNoMarketingForNowGetsItFromNoOtherCampaignEither() {
        AudienceMember person = People.magic(7, "0049");
        CampaignId first = stage.launch(List.of(person));
        stage.await(
                first,
                campaign -> campaign.progress().total() == 1
                        && stage.deliveryTo(first, person).errorCode().isPresent());

        CampaignId second = stage.launch(List.of(person));
        stage.await(
                second,
                campaign -> campaign.progress().total() == 1
                        && stage.deliveryTo(second, person).notBefore().isAfter(Instant.now()));

        assertThat(stage.deliveryTo(second, person).state()).isEqualTo(DeliveryState.PENDING);
        assertThat(stage.deliveryTo(second, person).notBefore())
                .isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(stage.simulator.ledger().accepted()).hasSize(1);
    }

    @Test
    void theWaitOfADayIsShownAsAHoldAndEndsWhenItIsLifted() {
        AudienceMember person = People.magic(8, "0049");
        CampaignId id = stage.launch(List.of(person));
        stage.await(
                id,
                campaign -> campaign.progress().total() == 1
                        && stage.deliveryTo(id, person).errorCode().isPresent());

        Instant until = stage.deliveryTo(id, person).notBefore();
        assertThat(stage.engine.campaigns().holds(id)).singleElement().satisfies(hold -> {
            assertThat(hold.layer()).isEqualTo(HoldLayer.QUIET);
            assertThat(hold.until()).contains(until);
            assertThat(hold.waiting()).hasValue(1);
        });

        stage.engine
                .suppressions()
                .remove(dev.wakit.TenantId.DEFAULT, person.phone(), SuppressionScope.MARKETING_FOR_NOW, Instant.now());

        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.simulator.ledger().accepted().size() == 2);
    }

    @Test
    void aNumberOfTheUnitedStatesFailsWithAdviceWhereOthersWaitADay() {
        AudienceMember newYork = People.at("+12125550049");
        AudienceMember toronto = People.at("+14165550049");
        CampaignId id = stage.launch(List.of(newYork, toronto));
        stage.await(
                id,
                campaign -> campaign.progress().total() == 2
                        && stage.deliveryTo(id, newYork).errorCode().isPresent()
                        && stage.deliveryTo(id, toronto).errorCode().isPresent());

        Delivery american = stage.deliveryTo(id, newYork);
        assertThat(american.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(american.errorCode()).contains("131049");
        assertThat(american.errorText().orElse("")).contains("no marketing messages to United States numbers");
        Delivery canadian = stage.deliveryTo(id, toronto);
        assertThat(canadian.state()).isEqualTo(DeliveryState.PENDING);
        assertThat(canadian.notBefore()).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(stage.engine.suppressions().list(dev.wakit.TenantId.DEFAULT, "", 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.recipientKey()).isEqualTo(toronto.phone()));
    }

    private CampaignId slow() {
        return stage.running(Stage.spec(People.ordinary(300)).rate(RateLimit.perSecond(2)));
    }

    private static List<AudienceMember> failing(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> People.magic(i, "0472"))
                .toList();
    }

    private void settledInFlight(CampaignId id) {
        stage.await(id, campaign -> campaign.progress().in(DeliveryState.SENDING) == 0);
    }

    private void template(String event) {
        post("message_template_status_update", """
                "event":"%s","message_template_name":"tour_package_marketing","message_template_language":"en_US\"""".formatted(event));
    }

    /** A webhook of the account, signed as Meta signs. */
    private void post(String field, String value) {
        byte[] body = Signed.body(stage.simulator.wabaId(), Instant.EPOCH, field, value);
        Signed.post(stage.engine, stage.provider.id(), stage.simulator, body);
    }
}
