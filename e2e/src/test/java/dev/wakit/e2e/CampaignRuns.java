package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TenantId;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStateException;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.meta.MetaSimulatorBuilder;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What every database must show with the whole engine on it. */
abstract class CampaignRuns {

    abstract Database database();

    private Stage open() {
        return Stage.open(database());
    }

    private Stage open(MetaSimulatorBuilder simulator) {
        return Stage.open(database(), simulator);
    }

    @Test
    void everyoneGetsOneMessageAndItIsRead() {
        try (Stage stage = open()) {
            CampaignId id = stage.launch(People.ordinary(500));

            Campaign done = stage.awaitSettled(id);

            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(500);
            assertThat(done.progress().total()).isEqualTo(500);
            assertThat(done.progress().sent()).isEqualTo(500);
            assertThat(stage.simulator.ledger().accepted()).hasSize(500);
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
            assertThat(done.progress().duplicateSends()).isZero();
        }
    }

    @Test
    void everyMagicNumberEndsInTheStateItExplains() {
        try (Stage stage = open()) {
            AudienceMember undeliverable = People.magic(1, "0026");
            AudienceMember capped = People.magic(2, "0049");
            AudienceMember optedOut = People.magic(3, "0050");
            AudienceMember lostAnswer = People.magic(4, "0408");
            AudienceMember serverFault = People.magic(5, "0500");
            AudienceMember htmlFault = People.magic(6, "0503");
            AudienceMember truncated = People.magic(7, "0206");
            AudienceMember throttledOnce = People.magic(8, "0429");
            AudienceMember deliveredOnly = People.magic(9, "0201");
            AudienceMember held = People.magic(10, "0132");
            AudienceMember conflict = People.magic(11, "0409");
            AudienceMember droppedBefore = People.magic(12, "0104");
            CampaignSpec spec = Stage.spec(List.of(
                            undeliverable,
                            capped,
                            optedOut,
                            lostAnswer,
                            serverFault,
                            htmlFault,
                            truncated,
                            throttledOnce,
                            deliveredOnly,
                            held,
                            conflict,
                            droppedBefore))
                    .sendBy(Instant.now().plus(Duration.ofHours(1)))
                    .build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);

            stage.awaitSettled(id);

            assertThat(stage.deliveryTo(id, undeliverable).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(stage.deliveryTo(id, undeliverable).tries()).isEqualTo(3);
            assertThat(stage.deliveryTo(id, capped).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(stage.deliveryTo(id, capped).errorText().orElseThrow()).contains("send-by");
            assertThat(stage.deliveryTo(id, optedOut).errorCode()).contains("131050");
            assertThat(stage.deliveryTo(id, lostAnswer).state()).isEqualTo(DeliveryState.READ);
            assertThat(stage.deliveryTo(id, serverFault).state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(stage.deliveryTo(id, htmlFault).state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(stage.deliveryTo(id, droppedBefore).state()).isEqualTo(DeliveryState.UNKNOWN);
            assertThat(stage.deliveryTo(id, truncated).state()).isEqualTo(DeliveryState.READ);
            assertThat(stage.deliveryTo(id, throttledOnce).state()).isEqualTo(DeliveryState.READ);
            assertThat(stage.deliveryTo(id, deliveredOnly).state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(stage.deliveryTo(id, held).state()).isEqualTo(DeliveryState.READ);
            assertThat(stage.deliveryTo(id, conflict).state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
            assertThat(stage.engine.suppressions().suppressed(stage.get(id).tenant(), Set.of(optedOut.phone()), true))
                    .containsExactly(optedOut.phone());
        }
    }

    @Test
    void pauseStopsAndResumeSendsTheRestOnce() {
        try (Stage stage = open(Stage.quick().messagesPerSecond(1_000))) {
            CampaignSpec spec = Stage.spec(People.ordinary(300))
                    .rate(RateLimit.perSecond(100))
                    .build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);
            stage.await(id, campaign -> campaign.progress().sent() > 30);

            stage.engine.campaigns().pause(id);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(1))
                    .until(() -> stage.get(id).progress().in(DeliveryState.SENDING) == 0);
            int atPause = stage.simulator.ledger().accepted().size();
            Awaitility.await()
                    .during(Duration.ofMillis(700))
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> stage.simulator.ledger().accepted().size() == atPause);
            assertThat(atPause).isLessThan(300);
            assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);

            stage.engine.campaigns().resume(id);
            Campaign done = stage.awaitSettled(id);

            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(300);
            assertThat(stage.simulator.ledger().accepted()).hasSize(300);
        }
    }

    @Test
    void cancelLeavesNothingPending() {
        try (Stage stage = open()) {
            CampaignSpec spec = Stage.spec(People.ordinary(200))
                    .rate(RateLimit.perSecond(50))
                    .build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);
            stage.await(id, campaign -> campaign.progress().sent() > 5);

            stage.engine.campaigns().cancel(id);

            Campaign cancelled = stage.await(id, campaign -> campaign.progress().remaining() == 0);
            assertThat(cancelled.status()).isEqualTo(CampaignStatus.CANCELLED);
            assertThat(cancelled.progress().in(DeliveryState.CANCELLED)).isPositive();
            assertThat(cancelled.progress().total()).isEqualTo(200);
            assertThatThrownBy(() -> stage.engine.campaigns().resume(id))
                    .isInstanceOf(CampaignStateException.class)
                    .hasMessageContaining("CANCELLED");
        }
    }

    @Test
    void aScheduledCampaignStartsByItself() {
        try (Stage stage = open()) {
            CampaignSpec spec = Stage.spec(People.ordinary(3))
                    .startAt(Instant.now().plusMillis(800))
                    .build();
            Campaign created = stage.engine.campaigns().create(spec);
            assertThat(created.status()).isEqualTo(CampaignStatus.SCHEDULED);

            Campaign done = stage.awaitSettled(created.id());

            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(3);
            assertThat(done.startedAt().orElseThrow())
                    .isAfterOrEqualTo(created.startAt().orElseThrow());
        }
    }

    @Test
    void retryFailedSendsOnlyTheFailedOnesAgain() {
        try (Stage stage = open()) {
            var people = new ArrayList<>(People.ordinary(5));
            people.add(People.magic(20, "0472"));
            CampaignId id = stage.launch(people);
            stage.awaitSettled(id);
            assertThat(stage.get(id).progress().in(DeliveryState.FAILED)).isEqualTo(1);

            long again = stage.engine.campaigns().retryFailed(id);
            stage.awaitSettled(id);

            assertThat(again).isEqualTo(1);
            assertThat(stage.simulator.ledger().accepted()).hasSize(7);
            assertThat(stage.get(id).progress().failedByCode()).containsEntry("130472", 1L);
        }
    }

    @Test
    void aStopReplySuppressesThePersonInTheNextCampaign() {
        try (Stage stage = open()) {
            AudienceMember leaver = People.magic(30, "7867");
            AudienceMember talker = People.magic(31, "8398");
            CampaignId first = stage.launch(List.of(leaver, talker));
            stage.awaitSettled(first);
            stage.await(first, campaign -> campaign.progress().replied() == 2);

            CampaignId second = stage.launch(List.of(leaver, talker));
            stage.awaitSettled(second);

            Delivery skipped = stage.deliveryTo(second, leaver);
            assertThat(skipped.state()).isEqualTo(DeliveryState.SKIPPED);
            assertThat(skipped.skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(stage.deliveryTo(second, talker).state()).isEqualTo(DeliveryState.READ);
        }
    }

    @Test
    void aStopCountsWhateverInvisibleCharactersComeWithIt() {
        try (Stage stage = open()) {
            String phone = People.magic(32, "1111").phone();

            stage.simulator.customerWrites(phone, "STOP\u0000\u202E");

            Awaitility.await()
                    .atMost(Stage.PATIENCE)
                    .until(() -> !stage.engine
                            .suppressions()
                            .suppressed(TenantId.DEFAULT, Set.of(phone), false)
                            .isEmpty());
        }
    }

    @Test
    void aPersonSuppressedAfterPlanningIsNotSentTo() {
        try (Stage stage = open()) {
            List<AudienceMember> people = People.ordinary(60);
            CampaignSpec spec = Stage.spec(people).rate(RateLimit.perSecond(10)).build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);
            stage.await(id, campaign -> campaign.status() == CampaignStatus.RUNNING);
            AudienceMember last = people.get(59);

            stage.engine.suppress(new Suppression(
                    Recipient.of(PhoneNumber.parse(last.phone())).key(),
                    SuppressionScope.ALL,
                    SuppressionSource.OPERATOR,
                    "asked by phone",
                    Instant.now()));
            stage.engine.campaigns().changeRate(id, RateLimit.perSecond(200));
            stage.awaitSettled(id);

            assertThat(stage.deliveryTo(id, last).skipReason()).contains(SkipReason.SUPPRESSED);
            assertThat(stage.simulator.ledger().acceptedFor(last.phone())).isEmpty();
        }
    }

    @Test
    void everyRowOfACsvIsAccountedFor() {
        String csv = """
                phone,name,package,price
                +919978783238,Zoë,Bali Premium,"45,000"
                099787 83238,Zoë again,Bali,1
                12,too short,Bali,1
                ,nobody,Bali,1
                +919978783239,no price,Bali,
                +919978783240,broken,"Bali
                +919978783241,ok,Bali,1
                """;
        try (Stage stage = open()) {
            CampaignSpec spec = CampaignSpec.builder("CSV")
                    .content(TemplateContent.of("tour_package_marketing", "en_US")
                            .body("{{package}}", "{{price}}"))
                    .audience(dev.wakit.campaign.audience.CsvAudience.of(csv.getBytes(StandardCharsets.UTF_8)))
                    .defaultRegion(dev.wakit.address.Region.of("IN"))
                    .build();
            Campaign created = stage.engine.campaigns().create(spec);
            assertThat(created.settings().audience().errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.line()).isEqualTo(7));
            stage.engine.campaigns().launch(created.id());

            Campaign done = stage.awaitSettled(created.id());

            assertThat(done.progress().total()).isEqualTo(7);
            assertThat(done.progress().in(DeliveryState.READ)).isEqualTo(2);
            assertThat(done.progress().skippedByReason())
                    .containsEntry(SkipReason.DUPLICATE, 1L)
                    .containsEntry(SkipReason.INVALID_NUMBER, 1L)
                    .containsEntry(SkipReason.NO_ADDRESS, 1L)
                    .containsEntry(SkipReason.MISSING_VARIABLE, 1L)
                    .containsEntry(SkipReason.UNREADABLE_ROW, 1L);
        }
    }

    @Test
    void aMistakeInTheSpecIsNamedAndChangesNothing() {
        try (Stage stage = open()) {
            refused(stage, Stage.spec(List.of()), Problem.EMPTY_AUDIENCE);
            refused(
                    stage,
                    CampaignSpec.builder("two\nlines")
                            .content(TemplateContent.of("hello_world", "en_US"))
                            .audience(Audience.of(People.ordinary(1))),
                    Problem.NAME);
            refused(
                    stage,
                    Stage.spec(People.ordinary(1)).content(TemplateContent.of("no_such", "en_US")),
                    Problem.UNKNOWN_TEMPLATE);
            refused(
                    stage,
                    Stage.spec(People.ordinary(1))
                            .content(TemplateContent.of("tour_package_marketing", "en_US")
                                    .body("a", "b", "c")),
                    Problem.TEMPLATE_MISMATCH);
            refused(
                    stage,
                    Stage.spec(People.ordinary(1))
                            .content(TemplateContent.of("summer_sale", "en_US").namedBody("colour", "red")),
                    Problem.TEMPLATE_MISMATCH);
            refused(
                    stage,
                    Stage.spec(People.ordinary(1))
                            .content(TemplateContent.of("tour_package_marketing", "en_US")
                                    .body("{{hotel}}", "1")),
                    Problem.UNKNOWN_VARIABLE);
            refused(
                    stage,
                    Stage.spec(People.ordinary(1)).startAt(Instant.now().minusSeconds(1)),
                    Problem.TIME_IN_THE_PAST);
            assertThat(stage.engine.campaigns().list(CampaignQuery.newest(10))).isEmpty();
            assertThat(stage.simulator.ledger().accepted()).isEmpty();
        }
    }

    private static void refused(Stage stage, CampaignSpec.Builder spec, Problem problem) {
        assertThatThrownBy(() -> stage.engine.campaigns().create(spec.build()))
                .isInstanceOfSatisfying(
                        InvalidCampaignException.class,
                        e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void aNextTryDoesNotWaitForEverybodyWhoWasNeverTried() {
        try (Stage stage = open()) {
            AudienceMember refusedOnce = People.magic(33, "0429");
            var people = new ArrayList<AudienceMember>();
            people.add(refusedOnce);
            people.addAll(People.ordinary(300));
            CampaignSpec spec = Stage.spec(people).rate(RateLimit.perSecond(60)).build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);

            stage.awaitSettled(id);

            List<String> order = stage.simulator.ledger().accepted().stream()
                    .map(LedgerEntry::to)
                    .toList();
            assertThat(order).hasSize(301);
            assertThat(order.indexOf(refusedOnce.phone())).isBetween(1, 250);
        }
    }

    @Test
    void twoCampaignsOfOneLaneTakeTurns() {
        try (Stage stage = open()) {
            CampaignId slow = stage.launch(People.ordinary(400));
            CampaignId small = stage.launch(List.of(People.magic(40, "1111"), People.magic(41, "1112")));

            stage.awaitSettled(small);

            assertThat(stage.get(small).finishedAt()).isPresent();
            stage.awaitSettled(slow);
            assertThat(stage.engine.campaigns().deliveries(slow, DeliveryQuery.first(1_000)))
                    .hasSize(400);
        }
    }

    @Test
    void anOutageOfTheBspLosesNobody() {
        try (Stage stage = open()) {
            CampaignSpec spec = Stage.spec(People.ordinary(100))
                    .rate(RateLimit.perSecond(100))
                    .build();
            CampaignId id = stage.engine.campaigns().create(spec).id();
            stage.engine.campaigns().launch(id);
            stage.await(id, campaign -> campaign.progress().sent() > 10);

            stage.simulator.outage(true);
            stage.await(
                    id,
                    campaign -> campaign.progress().in(DeliveryState.UNCERTAIN)
                                    + campaign.progress().in(DeliveryState.UNKNOWN)
                            > 0);
            stage.simulator.outage(false);
            Campaign done = stage.awaitSettled(id);

            assertThat(done.progress().total()).isEqualTo(100);
            assertThat(done.progress().in(DeliveryState.READ) + done.progress().in(DeliveryState.UNKNOWN))
                    .isEqualTo(100);
            assertThat(stage.simulator.ledger().duplicates()).isEmpty();
            assertThat(stage.simulator.ledger().accepted())
                    .hasSize((int) done.progress().in(DeliveryState.READ));
        }
    }
}
