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
import dev.wakit.campaign.InvalidCampaignException.Problem;
import dev.wakit.campaign.PoolMember;
import dev.wakit.campaign.PoolMember.State;
import dev.wakit.campaign.SenderPool;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.pacing.Canary;
import dev.wakit.campaign.pacing.Hold;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.Pacing;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.twilio.TwilioProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.SimulatedWebhook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign over a sender of Meta and one of Twilio: who gets what from whom, and what happens when one of them is lost. */
class MixedPoolTest {

    private static final int PEOPLE = 400;

    @TempDir
    private Path folder;

    private final Queue<CampaignEvent> events = new ConcurrentLinkedQueue<>();
    private final WebhookServer server = WebhookServer.start(0);
    private final MixedPool pool = MixedPool.start(server.port());
    private final MetaProvider meta = pool.metaProvider();
    private final TwilioProvider twilio = pool.twilioProvider();
    private JdbcStores stores;
    private CampaignEngine engine;

    @BeforeEach
    void open() {
        stores = Database.sqlite(folder).open();
        engine = pool.engine(stores, meta, twilio).listener(events::add).build();
        server.serve(engine);
        engine.start();
    }

    @AfterEach
    void close() {
        engine.close();
        meta.close();
        twilio.close();
        pool.close();
        server.close();
        stores.close();
    }

    private CampaignId launch(CampaignSpec.Builder spec) {
        CampaignId id = engine.campaigns().create(spec.build()).id();
        engine.campaigns().launch(id);
        return id;
    }

    private Campaign awaitRead(CampaignId id, int people) {
        return Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(
                        () -> engine.campaigns().get(id),
                        campaign -> campaign.status() == CampaignStatus.COMPLETED
                                && campaign.progress().in(DeliveryState.READ) == people);
    }

    private void awaitState(CampaignId id, ProviderId provider, State state) {
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> member(id, provider).state() == state);
    }

    private PoolMember member(CampaignId id, ProviderId provider) {
        return engine.campaigns().get(id).members().stream()
                .filter(member -> member.lane().provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private List<Delivery> deliveries(CampaignId id) {
        return engine.campaigns().deliveries(id, DeliveryQuery.first(1_000));
    }

    private Map<String, ProviderId> providers(CampaignId id) {
        return deliveries(id).stream()
                .collect(Collectors.toMap(
                        row -> row.recipient().orElseThrow().key(),
                        row -> row.lane().map(LaneKey::provider).orElseThrow()));
    }

    private void assertEverybodyHas(List<AudienceMember> people, long messages) {
        assertThat(pool.messages())
                .isEqualTo(MixedPool.digits(people).stream()
                        .collect(Collectors.toMap(Function.identity(), any -> messages)));
        assertThat(pool.meta.ledger().duplicates()).isEmpty();
    }

    @Test
    void everybodyGetsTheMessageOnceFromASenderPickedByWeight() {
        List<AudienceMember> people = People.ordinary(PEOPLE);

        CampaignId id = launch(pool.spec(people, pool.senders(3, 1).build()));
        Campaign done = awaitRead(id, PEOPLE);

        assertEverybodyHas(people, 1);
        // A binomial share of a quarter: five standard deviations are 43.
        assertThat(pool.twilio.ledger().accepted()).hasSizeBetween(57, 143);
        assertThat(done.members()).extracting(PoolMember::weight).containsExactlyInAnyOrder(3, 1);
        assertThat(done.members()).allMatch(PoolMember::isIn);
        assertThat(deliveries(id).get(0).variables()).containsOnlyKeys("package", "price");
    }

    @Test
    void aPersonHearsFromTheSenderThatWroteLast() {
        List<AudienceMember> people = People.ordinary(PEOPLE);
        CampaignId onlyTwilio = launch(pool.spec(people.subList(0, 50), twilioAlone()));
        awaitRead(onlyTwilio, 50);

        CampaignId both = launch(pool.spec(people, pool.senders(9, 1).build()));
        awaitRead(both, PEOPLE);
        CampaignId again = launch(pool.spec(people, pool.senders(1, 9).build()));
        awaitRead(again, PEOPLE);

        Map<String, ProviderId> first = providers(both);
        assertThat(people.subList(0, 50))
                .allMatch(person -> first.get(person.phone()).equals(MixedPool.TWILIO));
        assertThat(first).containsValue(MixedPool.META);
        assertThat(providers(again)).as("whatever the weights are now").isEqualTo(first);
    }

    private SenderPool twilioAlone() {
        return SenderPool.builder()
                .add(MixedPool.TWILIO, pool.twilioSender(), 1)
                .build();
    }

    @Test
    void whatWaitsForABspThatIsGoneIsSentByTheOther() {
        List<AudienceMember> people = People.ordinary(PEOPLE);
        CampaignId id = launch(pool.spec(people, pool.senders(1, 1).build()).rate(RateLimit.perSecond(100)));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> pool.twilio.ledger().accepted().size() >= 20);

        pool.twilio.close();

        awaitState(id, MixedPool.TWILIO, State.HELD);
        Awaitility.await().atMost(Stage.PATIENCE).untilAsserted(() -> {
            Campaign campaign = engine.campaigns().get(id);
            assertThat(campaign.status()).isEqualTo(CampaignStatus.COMPLETED);
            assertThat(campaign.progress().in(DeliveryState.UNCERTAIN)).isZero();
        });
        Set<String> lost = deliveries(id).stream()
                .filter(row -> row.state() == DeliveryState.UNKNOWN)
                .map(row -> row.recipient().orElseThrow().key().substring(1))
                .collect(Collectors.toSet());
        assertThat(lost.size()).as("in flight when the BSP was lost").isLessThan(50);
        Set<String> got = pool.messages().keySet();
        assertThat(MixedPool.digits(people)).allMatch(person -> got.contains(person) || lost.contains(person));
        assertThat(pool.messages().values()).as("nobody twice").containsOnly(1L);
        assertThat(pool.peopleOfTwilio().size()).isLessThan(PEOPLE / 2);
        assertThat(events)
                .filteredOn(event -> event instanceof CampaignEvent.PoolChanged changed
                        && changed.member().state() == State.HELD
                        && !changed.member().reason().isEmpty())
                .isNotEmpty();
    }

    @Test
    void aBspThatIsBackTakesPartAgain() {
        CampaignId id = launch(
                pool.spec(People.ordinary(PEOPLE), pool.senders(1, 1).build()).rate(RateLimit.perSecond(40)));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> !pool.meta.ledger().accepted().isEmpty());

        pool.meta.outage(true);
        awaitState(id, MixedPool.META, State.HELD);
        pool.meta.outage(false);
        // No delivery of this campaign waits for it any more, so that nothing but time lets it in again.
        awaitState(id, MixedPool.META, State.IN);

        List<AudienceMember> others = People.ordinary(PEOPLE + 60).subList(PEOPLE, PEOPLE + 60);
        CampaignId next = launch(pool.spec(others, pool.senders(1, 1).build()));
        awaitRead(next, 60);
        assertThat(providers(next)).containsValue(MixedPool.META);
    }

    @Test
    void whileNobodyElseCanSendTheMessagesWaitWhereTheyAre() {
        CampaignId id = engine.campaigns()
                .create(pool.spec(People.ordinary(200), pool.senders(1, 1).build())
                        .build())
                .id();
        pool.meta.outage(true);
        pool.twilio.outage(true);
        engine.campaigns().launch(id);

        awaitState(id, MixedPool.META, State.HELD);
        awaitState(id, MixedPool.TWILIO, State.HELD);

        List<Hold> holds = engine.campaigns().holds(id);
        assertThat(holds)
                .anyMatch(hold -> hold.lane()
                                .map(LaneKey::provider)
                                .filter(MixedPool.META::equals)
                                .isPresent()
                        && hold.reason().contains("No other sender"));
        assertThat(engine.campaigns().get(id).progress().in(DeliveryState.PENDING))
                .isPositive();

        pool.meta.outage(false);
        pool.twilio.outage(false);
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> engine.campaigns().get(id).status() == CampaignStatus.COMPLETED);
        assertThat(pool.messages().values()).containsOnly(1L);
    }

    @Test
    void aTemplateThatOneBspPausedStopsItsSenderAndNotTheCampaign() {
        List<AudienceMember> people = People.ordinary(PEOPLE);
        CampaignId id = launch(pool.spec(people, pool.senders(1, 1).build()).rate(RateLimit.perSecond(60)));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> pool.meta.ledger().accepted().size() >= 10);

        pool.meta.emit(SimulatedWebhook.templateStatus("order_update", "en_US", "PAUSED", "FIRST_PAUSE"));
        awaitState(id, MixedPool.META, State.STOPPED);
        assertThat(member(id, MixedPool.META).reason()).contains("order_update", "PAUSED");
        assertThat(engine.campaigns().get(id).status()).isEqualTo(CampaignStatus.RUNNING);
        assertThat(member(id, MixedPool.TWILIO).isIn()).isTrue();
        pool.meta.emit(SimulatedWebhook.templateStatus("order_update", "en_US", "APPROVED", ""));
        awaitState(id, MixedPool.META, State.IN);

        awaitRead(id, PEOPLE);
        assertEverybodyHas(people, 1);
    }

    @Test
    void aSenderThatIsRefusedStopsUntilAnOperatorResumesTheCampaign() {
        CampaignId id = launch(
                pool.spec(People.ordinary(PEOPLE), pool.senders(1, 1).build()).rate(RateLimit.perSecond(40)));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> pool.meta.ledger().accepted().size() >= 10);

        pool.meta.failNext(5, 400, 132015);
        awaitState(id, MixedPool.META, State.STOPPED);
        engine.campaigns().pause(id);
        assertThat(member(id, MixedPool.META).state()).isEqualTo(State.STOPPED);
        Campaign resumed = engine.campaigns().resume(id);

        assertThat(resumed.members()).allMatch(PoolMember::isIn);
        assertThat(resumed.status()).isEqualTo(CampaignStatus.RUNNING);
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> engine.campaigns().get(id).status() == CampaignStatus.COMPLETED);
        assertThat(pool.messages().values()).containsOnly(1L);
    }

    @Test
    void aCampaignWhoseLastSenderIsStoppedIsPausedAndGoesOnWhenOneIsBack() {
        CampaignId id = launch(CampaignSpec.builder("Order news")
                .content(TemplateContent.of("order_update", "en_US").body("{{package}}", "on its way"))
                .audience(Audience.of(People.ordinary(PEOPLE)))
                .senders(metaAlone())
                .rate(RateLimit.perSecond(40)));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> pool.meta.ledger().accepted().size() >= 10);

        pool.meta.emit(SimulatedWebhook.templateStatus("order_update", "en_US", "PAUSED", "FIRST_PAUSE"));
        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> engine.campaigns().get(id).status() == CampaignStatus.PAUSED);
        assertThat(member(id, MixedPool.META).state()).isEqualTo(State.STOPPED);
        pool.meta.emit(SimulatedWebhook.templateStatus("order_update", "en_US", "APPROVED", ""));

        awaitRead(id, PEOPLE);
        assertThat(member(id, MixedPool.META).isIn()).isTrue();
    }

    private SenderPool metaAlone() {
        return SenderPool.builder()
                .add(MixedPool.META, SenderId.of(pool.meta.phoneNumberId()), 1)
                .build();
    }

    @Test
    void aSpecThatCannotBeSentByEverySenderIsRefused() {
        CampaignSpec.Builder spec =
                pool.spec(People.ordinary(1), pool.senders(1, 1).build());

        refused(
                spec.contentFor(MixedPool.TWILIO, TemplateContent.of("no_such_content", "en")),
                Problem.UNKNOWN_TEMPLATE,
                "no_such_content");
        spec.contentFor(
                MixedPool.TWILIO, TemplateContent.of("order_update", "en").body("{{package}}", "sent"));
        refused(
                spec.content(
                        TemplateContent.of("tour_package_marketing", "en_US").body("{{package}}", "{{price}}")),
                Problem.DIFFERENT_CATEGORIES,
                "MARKETING");
        spec.content(TemplateContent.of("order_update", "en_US").body("{{package}}", "sent"));
        refused(spec.pacing(Pacing.builder().maxInFlight(1).build()), Problem.LIMIT_BELOW_SENDERS, "2 senders");
        spec.pacing(Pacing.DEFAULT);
        refused(spec.senders(metaAlone()), Problem.UNUSED_CONTENT, "'twilio'");
        assertThatThrownBy(() -> spec.provider(MixedPool.META).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("provider 'meta'");
    }

    private void refused(CampaignSpec.Builder spec, Problem problem, String words) {
        assertThatThrownBy(() -> engine.campaigns().create(spec.build()))
                .isInstanceOfSatisfying(
                        InvalidCampaignException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(problem))
                .hasMessageContaining(words);
    }

    @Test
    void whoHasNoValueForTheContentOfAnyProviderIsSkipped() {
        var people = new ArrayList<>(People.ordinary(20));
        people.add(AudienceMember.of("+919911110001").with("package", "Bali"));

        CampaignId id = launch(pool.spec(people, pool.senders(1, 1).build()));

        Campaign done = awaitRead(id, 20);
        assertThat(done.progress().in(DeliveryState.SKIPPED)).isOne();
        assertThat(deliveries(id))
                .filteredOn(row -> row.state() == DeliveryState.SKIPPED)
                .allSatisfy(row -> assertThat(row.skipDetail()).contains("price"));
    }

    @Test
    void theSendersShareTheRateOfTheCampaign() {
        CampaignId id = launch(
                pool.spec(People.ordinary(150), pool.senders(2, 1).build()).rate(RateLimit.perSecond(30)));
        Awaitility.await().atMost(Stage.PATIENCE).until(() -> pool.messages().size() >= 10);
        int begun = pool.messages().size();
        long nanos = System.nanoTime();

        awaitRead(id, 150);

        double seconds = (System.nanoTime() - nanos) / 1e9;
        // A lane alone at the whole rate would need half the time; both begin with a message at once.
        assertThat(seconds).isGreaterThan((150 - begun - 20) / 30.0);
    }

    @Test
    void theSendersShareACanary() {
        Pacing pacing = Pacing.builder()
                .canary(Canary.of(40, Duration.ofSeconds(3), 0.5))
                .build();
        CampaignId id = launch(
                pool.spec(People.ordinary(200), pool.senders(1, 1).build()).pacing(pacing));

        Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> engine.campaigns().holds(id).stream().anyMatch(hold -> hold.layer() == HoldLayer.CANARY));
        assertThat(pool.messages()).hasSize(40);

        awaitRead(id, 200);
    }
}
