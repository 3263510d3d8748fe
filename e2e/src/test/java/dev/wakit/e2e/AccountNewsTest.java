package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.metric.CampaignMetrics;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import dev.wakit.testkit.meta.CustomerMessage;
import dev.wakit.testkit.meta.SimulatedWebhook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine does about news of accounts, templates and people, played by the simulator. */
class AccountNewsTest {

    private static final String RESTRICTED = "RESTRICTED_BIZ_INITIATED_MESSAGING";
    private static final String TEMPLATE = "tour_package_marketing";

    @TempDir
    private Path folder;

    private final CampaignMetrics metrics = new CampaignMetrics();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open(Database.sqlite(folder), Stage.quick(), engine -> engine.listener(metrics));
        metrics.watch(stage.engine).bindTo(meters);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aRestrictedAccountPausesItsCampaignsAndAReinstatedOneRunsThemAgain() {
        CampaignId id = slow(Guards.DEFAULT);

        stage.simulator.emit(
                SimulatedWebhook.accountRestriction(RESTRICTED, Instant.now().plus(Duration.ofDays(3))));

        Campaign paused = stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED);
        assertThat(paused.reason()).startsWith("The account cannot send: ACCOUNT_RESTRICTION until 20");

        stage.simulator.emit(SimulatedWebhook.accountBan("REINSTATE", "April 17, 2027"));
        stage.await(id, campaign -> campaign.status() == CampaignStatus.RUNNING);
    }

    @Test
    void aRestrictionThatIsOverOrConcernsSomethingElseStopsNobody() {
        CampaignId id = slow(Guards.DEFAULT);

        stage.simulator.emit(
                SimulatedWebhook.accountRestriction(RESTRICTED, Instant.now().minusSeconds(60)));
        stage.simulator.emit(SimulatedWebhook.accountRestriction(
                "RESTRICTED_ADD_PHONE_NUMBER_ACTION", Instant.now().plus(Duration.ofDays(3))));
        awaitHeard();

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aTemplateInAnotherCategoryPausesItsCampaignsAndANoticeBeforeDoesNot() {
        CampaignId id = slow(Guards.DEFAULT);

        stage.simulator.emit(SimulatedWebhook.templateCategoryNotice(
                TEMPLATE, "en_US", "UTILITY", "MARKETING", Instant.now().plus(Duration.ofDays(1))));
        stage.simulator.emit(SimulatedWebhook.templateCategory("another", "en_US", "UTILITY", "MARKETING"));
        awaitHeard();
        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);

        stage.simulator.emit(SimulatedWebhook.templateCategory(TEMPLATE, "en_US", "UTILITY", "MARKETING"));

        assertThat(stage.await(id, campaign -> campaign.status() == CampaignStatus.PAUSED)
                        .reason())
                .startsWith("The category of template '" + TEMPLATE + "' (en_US) is MARKETING now.");
    }

    @Test
    void aCampaignWhoseTemplateBecameMarketingSparesWhoWantsNoMarketing() {
        AudienceMember stopped = People.magic(76, "1111");
        CampaignId id = utility(Stage.spec(List.of(People.magic(77, "1111"), stopped)));
        stage.engine.campaigns().pause(id);
        CampaignId scheduled = stage.engine
                .campaigns()
                .create(Stage.spec(People.ordinary(1))
                        .category(TemplateCategory.UTILITY)
                        .startAt(Instant.now().plus(Duration.ofDays(1)))
                        .build())
                .id();
        stage.engine
                .suppressions()
                .add(
                        TenantId.DEFAULT,
                        new Suppression(
                                stopped.phone(),
                                SuppressionScope.MARKETING,
                                SuppressionSource.PREFERENCE,
                                "said so",
                                Instant.now()));

        stage.simulator.emit(SimulatedWebhook.templateCategory(TEMPLATE, "en_US", "UTILITY", "MARKETING"));
        stage.await(id, campaign -> campaign.settings().category() == TemplateCategory.MARKETING);
        stage.await(scheduled, campaign -> campaign.settings().category() == TemplateCategory.MARKETING);
        stage.engine.campaigns().resume(id);
        stage.engine.campaigns().changeRate(id, RateLimit.perSecond(100));
        stage.awaitSettled(id);

        assertThat(stage.deliveryTo(id, stopped).skipReason()).contains(SkipReason.SUPPRESSED);
        assertThat(stage.simulator.ledger().accepted()).hasSize(1);
    }

    @Test
    void aCampaignFollowsItsTemplateEvenIfItsGuardIsOffAndKeepsACategoryOfItsOwn() {
        CampaignId careless =
                utility(Stage.spec(People.ordinary(300)).guards(Guards.DEFAULT.withPauseOnTemplate(false)));
        CampaignId own = stage.engine
                .campaigns()
                .create(Stage.spec(People.ordinary(300))
                        .category(TemplateCategory.AUTHENTICATION)
                        .build())
                .id();

        stage.simulator.emit(SimulatedWebhook.templateCategory(TEMPLATE, "en_US", "MARKETING", "UTILITY"));
        awaitHeard();
        assertThat(stage.get(own).settings().category()).isEqualTo(TemplateCategory.AUTHENTICATION);

        stage.simulator.emit(SimulatedWebhook.templateCategory(TEMPLATE, "en_US", "UTILITY", "MARKETING"));
        stage.await(careless, campaign -> campaign.settings().category() == TemplateCategory.MARKETING);
        stage.await(own, campaign -> campaign.settings().category() == TemplateCategory.MARKETING);
        assertThat(stage.get(careless).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    private CampaignId utility(CampaignSpec.Builder spec) {
        return stage.running(spec.category(TemplateCategory.UTILITY).rate(RateLimit.perMinute(1)));
    }

    @Test
    void anErrorOfTheAccountInAWebhookMeetsThePolicyOfAnswers() {
        CampaignId watching = slow(Guards.DEFAULT);
        CampaignId careless = slow(Guards.DEFAULT.withPauseOnSender(false));

        stage.simulator.emit(SimulatedWebhook.error(131000, "Something went wrong"));
        awaitHeard();
        assertThat(stage.get(watching).status()).isEqualTo(CampaignStatus.RUNNING);

        stage.simulator.emit(SimulatedWebhook.error(131031, "Locked"));

        assertThat(stage.await(watching, campaign -> campaign.status() == CampaignStatus.PAUSED)
                        .reason())
                .startsWith("131031 Account has been locked.");
        assertThat(stage.get(careless).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void anOptOutFollowsThePersonToANewNumber() {
        AudienceMember before = People.magic(70, "1111");
        AudienceMember after = People.magic(71, "1112");
        stage.simulator.customerWrites(before.phone(), "STOP");
        awaitSuppressed(before);

        stage.simulator.customerSends(before.phone(), CustomerMessage.numberChanged(after.phone()));

        awaitSuppressed(after);
        awaitHeard();
        assertThat(stage.events)
                .filteredOn(event -> event instanceof CampaignEvent.PersonSuppressed suppressed
                        && suppressed.suppression().source() == SuppressionSource.IDENTITY_CHANGE)
                .hasSize(1);
    }

    @Test
    void anErrorOfCallsStopsNoMessages() {
        CampaignId watching = slow(Guards.DEFAULT);

        stage.simulator.emit(SimulatedWebhook.change("calls", """
                {"messaging_product":"whatsapp","errors":[{"code":131044,"title":"Business is not eligible",
                 "message":"Business is not eligible","error_data":{"details":"No payment method for calls"}}]}"""));
        awaitHeard();

        assertThat(stage.get(watching).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aStopHoldsForEveryNameOfThePerson() {
        AudienceMember person = People.magic(75, "1111");
        String userId = "IN.13491208655302741918";

        stage.simulator.emit(SimulatedWebhook.change("messages", """
                {"messaging_product":"whatsapp",
                 "metadata":{"display_phone_number":"15550100000","phone_number_id":"%1$s"},
                 "contacts":[{"profile":{"name":"A"},"wa_id":"%2$s","user_id":"%3$s"}],
                 "messages":[{"from":"%2$s","from_user_id":"%3$s","id":"wamid.stop","timestamp":"%4$d",
                 "type":"text","text":{"body":"STOP"}}]}""".formatted(
                        stage.simulator.phoneNumberId(),
                        person.phone().substring(1),
                        userId,
                        Instant.now().getEpochSecond())));

        Set<String> names =
                Set.of(person.phone(), Recipient.of(Bsuid.of(userId)).key());
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.engine.suppressions().suppressed(TenantId.DEFAULT, names, false))
                        .isEqualTo(names));
    }

    @Test
    void aPersonWhoNeverOptedOutIsNotSuppressedByANewNumber() {
        AudienceMember after = People.magic(73, "1112");

        stage.simulator.customerSends(People.magic(72, "1111").phone(), CustomerMessage.numberChanged(after.phone()));
        awaitHeard();

        assertThat(suppressed(after)).isEmpty();
    }

    @Test
    void takingAMessageBackIsToldAsAnEventAndIsNoReply() {
        AudienceMember person = People.magic(74, "1111");
        CampaignId id = stage.launch(List.of(person));
        stage.awaitSettled(id);

        stage.simulator.customerSends(
                person.phone(),
                CustomerMessage.json("{\"type\":\"revoke\",\"revoke\":{\"original_message_id\":\"wamid.X\"}}"));
        awaitHeard();

        assertThat(stage.get(id).progress().replied()).isZero();
        assertThat(stage.events).noneMatch(CampaignEvent.ReplyReceived.class::isInstance);
        assertThat(stage.events)
                .filteredOn(event ->
                        event instanceof CampaignEvent.OtherEvent other && other.event() instanceof MessageReceived)
                .hasSize(1);
    }

    @Test
    void unknownEventsAndMessagesAreToldOnceAndCounted() {
        for (int i = 0; i < 2; i++) {
            stage.simulator.emit(SimulatedWebhook.change("hologram_update", "{\"depth\":3}"));
        }
        stage.simulator.customerSends(
                "+14155551234", CustomerMessage.json("{\"type\":\"hologram\",\"hologram\":{\"depth\":3}}"));

        Awaitility.await().atMost(Stage.PATIENCE).untilAsserted(() -> {
            assertThat(unknown("hologram_update")).isPositive();
            assertThat(unknown("messages hologram")).isEqualTo(1);
        });
        awaitHeard();
        // The two may bear different seconds; then they are two events.
        assertThat(unknown("hologram_update")).isBetween(1.0, 2.0);
        assertThat(stage.events)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                CampaignEvent.OtherEvent.class,
                                other -> assertThat(other.event())
                                        .isInstanceOfSatisfying(
                                                UnknownEvent.class,
                                                raw -> assertThat(raw.raw()).contains("\"depth\":3"))));
    }

    private double unknown(String name) {
        return meters.counter("wakit.webhook.unknown", "event", name).count();
    }

    private Set<String> suppressed(AudienceMember person) {
        return stage.engine.suppressions().suppressed(TenantId.DEFAULT, Set.of(person.phone()), true);
    }

    private void awaitSuppressed(AudienceMember person) {
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(suppressed(person)).containsExactly(person.phone()));
    }

    /** Everything that was emitted is posted and processed. */
    private void awaitHeard() {
        stage.simulator.awaitQuiet(Stage.PATIENCE);
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> stage.stores.inbox().backlog() == 0);
    }

    private CampaignId slow(Guards guards) {
        return stage.running(Stage.spec(People.ordinary(300)).guards(guards).rate(RateLimit.perSecond(2)));
    }
}
