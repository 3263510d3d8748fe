package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.SenderId;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.InvalidCampaignException;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.BatchPause;
import dev.wakit.campaign.pacing.Canary;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.pacing.PortfolioBudget;
import dev.wakit.campaign.pacing.PriceList;
import dev.wakit.campaign.pacing.Priority;
import dev.wakit.campaign.pacing.RampUp;
import dev.wakit.campaign.pacing.SendPlan;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.template.TemplateCategory;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every layer of pacing with the whole engine: what it holds, what it says, and that everybody is sent to in the end. */
abstract class PacingRuns {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private MetaSimulator simulator;
    private MetaProvider provider;
    private JdbcStores stores;
    private CampaignEngine engine;

    abstract Database database();

    private void start(Consumer<CampaignEngine.Builder> settings) {
        simulator = Stage.quick().magicNumbers(true).start();
        provider = Worker.provider(simulator);
        stores = database().open();
        CampaignEngine.Builder builder = CampaignEngine.builder(stores)
                .provider(provider)
                .retry(Worker.QUICK)
                .pairSpacing(Duration.ZERO)
                .lease(Duration.ofSeconds(2));
        settings.accept(builder);
        engine = builder.build();
        engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
        stores.close();
        provider.close();
        simulator.close();
    }

    private CampaignId launch(List<AudienceMember> people, Pacing pacing) {
        return launch(Stage.spec(people).pacing(pacing));
    }

    private CampaignId launch(CampaignSpec.Builder spec) {
        CampaignId id = engine.campaigns().create(spec.build()).id();
        engine.campaigns().launch(id);
        return id;
    }

    private int accepted() {
        return simulator.ledger().accepted().size();
    }

    private void awaitAccepted(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> accepted() >= count);
        assertThat(accepted()).isEqualTo(count);
    }

    private Campaign awaitStatus(CampaignId id, CampaignStatus status) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> engine.campaigns().get(id), campaign -> campaign.status() == status);
    }

    private Hold awaitHold(CampaignId id, HoldLayer layer) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> engine.campaigns().holds(id).stream()
                                .filter(hold -> hold.layer() == layer)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void staysAt(int count) {
        Awaitility.await()
                .during(Duration.ofMillis(700))
                .atMost(Duration.ofSeconds(3))
                .until(() -> accepted() == count);
    }

    @Test
    void aWindowIsOpenForSomeZonesAndHoldsTheOthers() {
        start(builder -> {});
        Instant now = Instant.now();
        LocalTime here = now.atOffset(ZoneOffset.UTC).toLocalTime();
        SendWindow window =
                SendWindow.between(here.minusHours(2), here.plusHours(2)).inRecipientZone("UTC");
        var people = new ArrayList<AudienceMember>();
        List<AudienceMember> all = People.ordinary(20);
        for (int i = 0; i < 20; i++) {
            people.add(all.get(i).inZone(ZoneOffset.ofHours(i < 12 ? 0 : 6)));
        }

        CampaignId id = launch(people, Pacing.builder().window(window).build());
        awaitAccepted(12);
        Hold hold = awaitHold(id, HoldLayer.WINDOW);

        assertThat(hold.until()).hasValueSatisfying(until -> assertThat(until).isAfter(now));
        staysAt(12);
        assertThat(engine.campaigns().get(id).status()).isEqualTo(CampaignStatus.RUNNING);
        engine.campaigns().changePacing(id, Pacing.DEFAULT);
        awaitStatus(id, CampaignStatus.COMPLETED);
        assertThat(accepted()).isEqualTo(20);
    }

    @Test
    void aCampaignCompletesThoughTheWindowOfAnEmptyZoneIsClosed() {
        start(builder -> {});
        LocalTime here = Instant.now().atOffset(ZoneOffset.UTC).toLocalTime();
        SendWindow window =
                SendWindow.between(here.minusHours(1), here.plusHours(2)).inRecipientZone(ZoneOffset.ofHours(8));
        List<AudienceMember> people = People.ordinary(5).stream()
                .map(person -> person.inZone(ZoneOffset.UTC))
                .toList();

        CampaignId id = launch(people, Pacing.builder().window(window).build());

        awaitStatus(id, CampaignStatus.COMPLETED);
        assertThat(accepted()).isEqualTo(5);
    }

    @Test
    void aPortfolioHoldsItsCampaignsWhenItsPeopleAreUsedUpAndPlansTheDays() {
        start(builder ->
                builder.portfolio(new PortfolioBudget("house", 7, Set.of(SenderId.of(simulator.phoneNumberId())))));

        CampaignId id = launch(People.ordinary(20), Pacing.DEFAULT);
        awaitAccepted(7);
        Hold hold = awaitHold(id, HoldLayer.PORTFOLIO);

        assertThat(hold.until())
                .hasValueSatisfying(until -> assertThat(Duration.between(Instant.now(), until))
                        .isBetween(Duration.ofHours(23), Duration.ofHours(24)));
        staysAt(7);
        assertThat(engine.portfolioUse("house").used()).isEqualTo(7);
        SendPlan plan = engine.campaigns().plan(id);
        assertThat(plan.messages()).isEqualTo(13);
        assertThat(plan.days()).extracting(SendPlan.Day::messages).containsExactly(7L, 6L);
        assertThat(plan.days().get(0).limitedBy()).isEqualTo(HoldLayer.PORTFOLIO);
    }

    @Test
    void aNewSenderSendsWhatItMayToday() {
        start(builder -> builder.rampUp(SenderId.of(simulator.phoneNumberId()), RampUp.of(4, 8)));

        CampaignId id = launch(People.ordinary(20), Pacing.DEFAULT);
        awaitAccepted(4);
        Hold hold = awaitHold(id, HoldLayer.RAMP_UP);

        assertThat(hold.until())
                .hasValueSatisfying(
                        until -> assertThat(until).isEqualTo(until.truncatedTo(java.time.temporal.ChronoUnit.DAYS)));
        staysAt(4);
        assertThat(engine.campaigns().plan(id).days())
                .extracting(SendPlan.Day::messages)
                .startsWith(0L, 8L, 8L);
    }

    @Test
    void aPersonOverTheCapIsSkippedWithTheReason() {
        start(builder -> builder.cap(new FrequencyCap(1, Duration.ofDays(7), TemplateCategory.MARKETING)));
        List<AudienceMember> people = People.ordinary(6);
        CampaignId first = launch(people.subList(0, 4), Pacing.DEFAULT);
        awaitStatus(first, CampaignStatus.COMPLETED);

        CampaignId second = launch(people, Pacing.DEFAULT);
        Campaign done = awaitStatus(second, CampaignStatus.COMPLETED);

        assertThat(done.progress().skippedByReason()).containsEntry(SkipReason.CAPPED, 4L);
        assertThat(accepted()).isEqualTo(6);
    }

    @Test
    void aBatchIsFollowedByItsPauseAndAChangeTakesEffectAtOnce() {
        start(builder -> {});

        CampaignId id = launch(
                People.ordinary(30),
                Pacing.builder().batch(10, Duration.ofMinutes(10)).build());
        awaitAccepted(10);
        Hold hold = awaitHold(id, HoldLayer.BATCH);

        assertThat(hold.until()).isPresent();
        staysAt(10);
        engine.campaigns().changePacing(id, Pacing.DEFAULT);
        awaitStatus(id, CampaignStatus.COMPLETED);
        assertThat(accepted()).isEqualTo(30);
    }

    @Test
    void aPauseAndAResumeBeginNoNewBatch() {
        start(builder -> {});
        CampaignId id = launch(
                People.ordinary(30),
                Pacing.builder().batch(new BatchPause(10, Duration.ofHours(1))).build());
        awaitAccepted(10);
        awaitHold(id, HoldLayer.BATCH);

        for (int i = 0; i < 3; i++) {
            pauseAndResume(id);
        }

        awaitHold(id, HoldLayer.BATCH);
        staysAt(10);
    }

    @Test
    void aPauseAndAResumeCountTheRequestsThatAreStillOnTheirWay() {
        start(builder -> {});
        simulator.latency(Duration.ofSeconds(4), Duration.ofSeconds(4));
        CampaignId id =
                launch(People.ordinary(12), Pacing.builder().maxInFlight(3).build());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> engine.campaigns().get(id).progress().in(DeliveryState.SENDING) == 3);

        pauseAndResume(id);

        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(2))
                .until(() -> engine.campaigns().get(id).progress().in(DeliveryState.SENDING) <= 3);
        simulator.latency(Duration.ofMillis(5), Duration.ofMillis(5));
        awaitStatus(id, CampaignStatus.COMPLETED);
        assertThat(accepted()).isEqualTo(12);
    }

    /** Long enough apart for the lane to notice. */
    private void pauseAndResume(CampaignId id) {
        engine.campaigns().pause(id);
        Awaitility.await().pollDelay(Duration.ofMillis(400)).until(() -> true);
        engine.campaigns().resume(id);
        Awaitility.await().pollDelay(Duration.ofMillis(400)).until(() -> true);
    }

    @Test
    void noMoreRequestsAreOnTheirWayThanTheCampaignMayHave() {
        start(builder -> {});
        simulator.latency(Duration.ofMillis(200), Duration.ofMillis(200));

        CampaignId id =
                launch(People.ordinary(15), Pacing.builder().maxInFlight(3).build());
        awaitStatus(id, CampaignStatus.COMPLETED);

        List<Instant> times =
                simulator.ledger().accepted().stream().map(LedgerEntry::time).toList();
        for (int i = 3; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 3), times.get(i))).isGreaterThan(Duration.ofMillis(180));
        }
    }

    @Test
    void messagesOfADelayedCampaignKeepTheirDistance() {
        start(builder -> {});

        CampaignId id = launch(
                People.ordinary(8),
                Pacing.builder()
                        .delayBetween(Duration.ofMillis(150), Duration.ofMillis(300))
                        .build());
        awaitStatus(id, CampaignStatus.COMPLETED);

        List<Instant> times =
                simulator.ledger().accepted().stream().map(LedgerEntry::time).toList();
        assertThat(Duration.between(times.get(0), times.get(7))).isGreaterThan(Duration.ofMillis(7 * 140));
    }

    @Test
    void aSpreadCampaignEndsWithItsPeriod() {
        start(builder -> {});
        Instant end = Instant.now().plusSeconds(8);

        CampaignId id =
                launch(People.ordinary(60), Pacing.builder().spreadUntil(end).build());
        awaitStatus(id, CampaignStatus.COMPLETED);

        List<Instant> times =
                simulator.ledger().accepted().stream().map(LedgerEntry::time).toList();
        assertThat(times.get(59)).isBetween(end.minusSeconds(2), end.plusSeconds(2));
        assertThat(times.get(30)).isBetween(end.minusSeconds(6), end.minusSeconds(1));
    }

    @Test
    void aCanaryWithTooManyFailuresPausesTheCampaign() {
        start(builder -> {});
        var people = new ArrayList<AudienceMember>();
        people.add(People.magic(60, "0050"));
        people.add(People.magic(61, "0050"));
        people.addAll(People.ordinary(30));
        // Without webhooks only a refusal is a failure: these two are refused by webhook, so the first five cannot
        // fail.
        CampaignId passed = launch(
                people.subList(2, 20),
                Pacing.builder().canary(Canary.of(5, Duration.ofMillis(300), 0)).build());
        awaitStatus(passed, CampaignStatus.COMPLETED);
        assertThat(accepted()).isEqualTo(18);

        simulator.failNext(3, 400, 131008);
        CampaignId failed = launch(
                people.subList(20, 32),
                Pacing.builder()
                        .canary(Canary.of(5, Duration.ofMillis(300), 0.2))
                        .build());

        Campaign paused = awaitStatus(failed, CampaignStatus.PAUSED);
        assertThat(paused.reason()).contains("of the first 5 messages failed");
        assertThat(paused.progress().in(DeliveryState.PENDING)).isEqualTo(7);
    }

    @Test
    void aCampaignIsPausedWhenItsBudgetIsSpent() {
        start(builder -> builder.prices(PriceList.builder("EUR")
                .otherwise(TemplateCategory.MARKETING, new BigDecimal("0.1"))
                .build()));

        CampaignId id = launch(Stage.spec(People.ordinary(60))
                .rate(RateLimit.perSecond(20))
                .pacing(Pacing.builder().spendBudget(BigDecimal.ONE, "EUR").build()));
        Campaign paused = awaitStatus(id, CampaignStatus.PAUSED);

        assertThat(paused.reason()).contains("EUR").contains("budget of 1");
        assertThat(paused.progress().spent()).isGreaterThanOrEqualTo(BigDecimal.ONE);
        assertThat(accepted()).isBetween(10, 20);
        assertThatThrownBy(() -> engine.campaigns()
                        .changePacing(
                                id,
                                Pacing.builder()
                                        .spendBudget(BigDecimal.ONE, "USD")
                                        .build()))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("USD");
    }

    @Test
    void anUrgentCampaignDoesNotWaitBehindABlast() {
        start(builder -> {});
        provider.capabilities();
        CampaignId blast = launch(Stage.spec(People.ordinary(1_500))
                .pacing(Pacing.builder().priority(Priority.LOW).build()));
        awaitAtLeast(100);
        int before = accepted();

        CampaignId codes = launch(
                List.of(People.magic(70, "1111"), People.magic(71, "1112")),
                Pacing.builder().priority(Priority.URGENT).build());
        awaitStatus(codes, CampaignStatus.COMPLETED);

        assertThat(accepted() - before).isLessThan(1_300);
        assertThat(engine.campaigns().get(blast).status()).isEqualTo(CampaignStatus.RUNNING);
    }

    private void awaitAtLeast(int count) {
        Awaitility.await().atMost(PATIENCE).until(() -> accepted() >= count);
    }

    @Test
    void theLastOfASlowCampaignIsNotReadAgainWhileItIsBeingSent() {
        start(builder -> builder.pairSpacing(Duration.ofMinutes(5)));

        CampaignId id = launch(Stage.spec(People.ordinary(24)).rate(RateLimit.perSecond(12)));

        // A copy of the row would wait for its person's turn and hold the campaign open for that long.
        awaitStatus(id, CampaignStatus.COMPLETED);
        assertThat(accepted()).isEqualTo(24);
    }

    @Test
    void twoCampaignsToOnePersonKeepTheDistanceOfAPair() {
        start(builder -> builder.pairSpacing(Duration.ofSeconds(2)));
        List<AudienceMember> person = People.ordinary(1);

        CampaignId one = launch(person, Pacing.DEFAULT);
        CampaignId two = launch(person, Pacing.DEFAULT);
        Campaign first = awaitStatus(one, CampaignStatus.COMPLETED);
        Campaign second = awaitStatus(two, CampaignStatus.COMPLETED);

        List<Instant> times =
                simulator.ledger().accepted().stream().map(LedgerEntry::time).toList();
        assertThat(times).hasSize(2);
        assertThat(List.of(first, second))
                .allSatisfy(done -> assertThat(done.finishedAt())
                        .hasValueSatisfying(
                                at -> assertThat(at).isBefore(times.get(1).plusMillis(1_900))));
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThan(Duration.ofMillis(1_500));
    }
}
