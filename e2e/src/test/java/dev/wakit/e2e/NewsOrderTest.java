package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** News that comes late, twice, or while something fails. */
class NewsOrderTest {

    private static final Instant NOW = Instant.now();
    private static final Instant EARLIER = NOW.minus(Duration.ofMinutes(1));

    /** What can stop campaigns and let them go on, in Meta's words. */
    enum Subject {
        TEMPLATE(
                "message_template_status_update",
                "\"event\":\"PAUSED\"," + TEMPLATE_NAME,
                "\"event\":\"APPROVED\"," + TEMPLATE_NAME),
        NUMBER(
                "phone_number_quality_update",
                "\"display_phone_number\":\"15550783881\",\"event\":\"FLAGGED\"",
                "\"display_phone_number\":\"15550783881\",\"event\":\"UNFLAGGED\""),
        ACCOUNT("account_update", "\"event\":\"ACCOUNT_VIOLATION\"", "\"event\":\"ACCOUNT_RECONNECTED\"");

        private final String field;
        private final String bad;
        private final String good;

        Subject(String field, String bad, String good) {
            this.field = field;
            this.bad = bad;
            this.good = good;
        }
    }

    private static final String TEMPLATE_NAME =
            "\"message_template_name\":\"tour_package_marketing\",\"message_template_language\":\"en_US\"";

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

    @ParameterizedTest
    @EnumSource
    void badNewsThatComesLateStopsNobody(Subject subject) {
        CampaignId id = running();

        hear(subject, subject.good, NOW);
        hear(subject, subject.bad, EARLIER);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @ParameterizedTest
    @EnumSource
    void goodNewsThatComesLateLetsNobodyGoOn(Subject subject) {
        CampaignId id = running();

        hear(subject, subject.bad, NOW);
        hear(subject, subject.good, EARLIER);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoNewsWithTheSameTimeTheOneThatIsReceivedLaterCounts(Subject subject) {
        CampaignId id = running();

        hear(subject, subject.bad, NOW);
        hear(subject, subject.good, NOW);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void newsOfOneTemplateIsNotLateForAnother() {
        CampaignId id = running();

        hear(Subject.TEMPLATE, Subject.TEMPLATE.good.replace("tour_package", "another"), NOW);
        hear(Subject.TEMPLATE, Subject.TEMPLATE.bad, EARLIER);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void aWordThatStopsNobodyMakesNothingLate() {
        CampaignId id = running();

        hear(Subject.TEMPLATE, Subject.TEMPLATE.bad.replace("PAUSED", "FLAGGED"), NOW);
        hear(Subject.TEMPLATE, Subject.TEMPLATE.bad, EARLIER);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void aTimeThatIsStillToComeSilencesNothing() {
        CampaignId id = running();

        hear(Subject.TEMPLATE, Subject.TEMPLATE.good, Instant.now().plus(Duration.ofDays(300)));
        hear(Subject.TEMPLATE, Subject.TEMPLATE.bad, Instant.now().plusSeconds(2));

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @ParameterizedTest
    @EnumSource
    void theSameWebhookTwiceStopsOnce(Subject subject) {
        CampaignId id = running();
        hear(subject, subject.bad, NOW);
        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
        stage.engine.campaigns().resume(id);

        hear(subject, subject.bad, NOW);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(stage.events)
                .filteredOn(CampaignEvent.OtherEvent.class::isInstance)
                .hasSize(1);
    }

    @Test
    void newsWithoutATimeIsHeardEachTime() {
        CampaignId id = running();
        hear(Subject.ACCOUNT, Subject.ACCOUNT.bad, Instant.EPOCH);
        stage.engine.campaigns().resume(id);

        hear(Subject.ACCOUNT, Subject.ACCOUNT.bad, Instant.EPOCH);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void aPauseThatFailsOnceIsMadeWhenTheWebhookIsProcessedAgain() throws Exception {
        var pauses = new AtomicInteger();
        FaultyStores.Fault first = (method, arguments) -> {
            if (method.equals("move")
                    && java.util.List.of(arguments).contains(CampaignStatus.PAUSED)
                    && pauses.incrementAndGet() <= 2) {
                throw new IllegalStateException("the worker dies here");
            }
        };
        stage.close();
        stage = Stage.open(Database.sqlite(Files.createDirectory(folder.resolve("second"))), first);
        CampaignId id = running();

        hear(Subject.TEMPLATE, Subject.TEMPLATE.bad, NOW);

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.PAUSED);
    }

    @Test
    void anOldReplayOfASignedBodyStopsNobody() {
        CampaignId id = running();

        hear(Subject.TEMPLATE, Subject.TEMPLATE.bad, NOW.minus(Duration.ofDays(9)));

        assertThat(stage.get(id).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    @Test
    void aCategoryThatComesLateChangesNothing() {
        CampaignId id = running();

        category("UTILITY", "MARKETING", NOW);
        category("MARKETING", "UTILITY", EARLIER);
        assertThat(stage.get(id).settings().category()).isEqualTo(TemplateCategory.MARKETING);

        category("MARKETING", "UTILITY", NOW.plusSeconds(1));
        assertThat(stage.get(id).settings().category()).isEqualTo(TemplateCategory.UTILITY);
    }

    @Test
    void newsOfAnotherAccountStopsNobody() {
        CampaignId id = running();

        post("999", Subject.ACCOUNT, Subject.ACCOUNT.bad, NOW);
        category("999", "UTILITY", "MARKETING", NOW);

        Campaign campaign = stage.get(id);
        assertThat(campaign.status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(campaign.settings().category()).isEqualTo(TemplateCategory.UTILITY);
    }

    private void category(String before, String after, Instant at) {
        category(stage.simulator.wabaId(), before, after, at);
    }

    private void category(String account, String before, String after, Instant at) {
        post(
                account,
                "template_category_update",
                TEMPLATE_NAME + ",\"previous_category\":\"" + before + "\",\"new_category\":\"" + after + "\"",
                at);
    }

    private void hear(Subject subject, String value, Instant at) {
        post(stage.simulator.wabaId(), subject, value, at);
    }

    private void post(String account, Subject subject, String value, Instant at) {
        post(account, subject.field, value, at);
    }

    /** Hands a webhook to the engine and waits until it is processed. */
    private void post(String account, String field, String value, Instant at) {
        Signed.post(stage.engine, stage.provider.id(), stage.simulator, Signed.body(account, at, field, value));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stage.stores.inbox().backlog() == 0);
    }

    private CampaignId running() {
        return stage.running(Stage.spec(People.ordinary(300))
                .category(TemplateCategory.UTILITY)
                .guards(Guards.DEFAULT)
                .rate(RateLimit.perSecond(2)));
    }
}
