package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.campaign.schedule.AudienceSource;
import dev.wakit.campaign.schedule.Misfire;
import dev.wakit.campaign.schedule.Overlap;
import dev.wakit.campaign.schedule.Recurrence;
import dev.wakit.campaign.schedule.Schedule;
import dev.wakit.campaign.schedule.ScheduleSpec;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.template.TemplateCategory;
import dev.wakit.testkit.SettableClock;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.SimulatedWebhook;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that come back, run by three engines on one database whose clock the test moves. */
abstract class Recurring {

    private static final Instant START = Instant.parse("2026-03-02T08:59:00Z");
    private static final Recurrence EVERY_MORNING = Recurrence.cron("0 9 * * *", ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final SettableClock clock = SettableClock.at(START);
    private final AtomicInteger reads = new AtomicInteger();
    private final Queue<CampaignEvent> events = new ConcurrentLinkedQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<CampaignEngine> engines = new ArrayList<>();
    private MetaSimulator simulator;

    abstract Database database(Path folder);

    @BeforeEach
    void startThreeEngines() {
        Database database = database(folder);
        WebhookServer server = opened(WebhookServer.start(0));
        simulator = opened(Stage.quick().webhooksTo(server.uri()).start());
        MetaProvider provider = opened(Worker.provider(simulator));
        for (int i = 0; i < 3; i++) {
            JdbcStores stores = opened(database.open());
            CampaignEngine engine = opened(CampaignEngine.builder(stores)
                    .provider(provider)
                    .retry(Worker.QUICK)
                    .lease(Duration.ofSeconds(5))
                    .clock(clock)
                    .listener(events::add)
                    .audienceSource("customers", customers())
                    .build());
            engines.add(engine);
            engine.start();
        }
        server.serve(engines.get(0));
    }

    private <C extends AutoCloseable> C opened(C closeable) {
        open.add(closeable);
        return closeable;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    /** Grows by one person with each reading. */
    private AudienceSource customers() {
        return dueAt -> Audience.of(People.ordinary(2 + reads.getAndIncrement()));
    }

    private static CampaignSpec.Builder offer() {
        return CampaignSpec.builder("Offer")
                .content(TemplateContent.of("tour_package_marketing", "en_US").body("{{package}}", "{{price}}"));
    }

    private Schedule create(ScheduleSpec.Builder spec) {
        return engines.get(0).schedules().create(spec.build());
    }

    private static ScheduleSpec.Builder everyMorning(CampaignSpec.Builder campaign) {
        return ScheduleSpec.builder(campaign, EVERY_MORNING).audienceFrom("customers");
    }

    private List<Campaign> campaigns() {
        return engines.get(0).campaigns().list(CampaignQuery.newest(20));
    }

    private Schedule now(Schedule schedule) {
        return engines.get(1).schedules().find(schedule.id()).orElseThrow();
    }

    private void awaitRun(Schedule schedule, String dueAt) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> now(schedule)
                        .lastAt()
                        .filter(Instant.parse(dueAt)::equals)
                        .isPresent());
    }

    private void awaitAllCompleted() {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> campaigns().stream().allMatch(c -> c.status() == CampaignStatus.COMPLETED));
    }

    @Test
    void eachDueTimeMakesOneCampaignWithTheAudienceOfThatTime() {
        Schedule schedule = create(everyMorning(offer()));
        assertThat(schedule.nextAt()).contains(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(campaigns()).isEmpty();

        clock.set(Instant.parse("2026-03-02T09:00:01Z"));
        awaitRun(schedule, "2026-03-02T09:00:00Z");
        awaitAllCompleted();
        clock.set(Instant.parse("2026-03-03T09:00:01Z"));
        awaitRun(schedule, "2026-03-03T09:00:00Z");
        awaitAllCompleted();

        assertThat(campaigns()).extracting(Campaign::name).containsExactly("Offer 2026-03-03", "Offer 2026-03-02");
        assertThat(campaigns()).extracting(c -> c.progress().total()).containsExactly(3L, 2L);
        assertThat(simulator.ledger().accepted()).hasSize(5);
        assertThat(now(schedule).nextAt()).contains(Instant.parse("2026-03-04T09:00:00Z"));
        assertThat(now(schedule).lastCampaign()).contains(campaigns().get(0).id());
    }

    @Test
    void aScheduleFollowsItsTemplateIntoAnotherCategory() {
        Schedule schedule = create(everyMorning(offer().category(TemplateCategory.UTILITY)));
        simulator.emit(SimulatedWebhook.templateCategory("tour_package_marketing", "en_US", "UTILITY", "MARKETING"));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> events.stream()
                        .anyMatch(event -> event instanceof CampaignEvent.OtherEvent other
                                && other.event() instanceof TemplateCategoryChanged));

        clock.set(Instant.parse("2026-03-02T09:00:01Z"));
        awaitRun(schedule, "2026-03-02T09:00:00Z");

        assertThat(campaigns())
                .singleElement()
                .satisfies(
                        campaign -> assertThat(campaign.settings().category()).isEqualTo(TemplateCategory.MARKETING));
    }

    @Test
    void aMissedRunIsMadeUpForOnceOrLeftOutAsItsRuleSays() {
        Schedule once = create(everyMorning(offer()));
        Schedule skipped = create(everyMorning(offer()).misfire(Misfire.skip()));
        Schedule within = create(everyMorning(offer()).misfire(Misfire.within(Duration.ofHours(3))));

        // Nobody worked for two hours.
        clock.set(Instant.parse("2026-03-02T11:00:00Z"));
        for (Schedule schedule : List.of(once, skipped, within)) {
            awaitRun(schedule, "2026-03-02T09:00:00Z");
        }

        assertThat(now(once).lastCampaign()).isPresent();
        assertThat(now(within).lastCampaign()).isPresent();
        assertThat(now(skipped).lastCampaign()).isEmpty();
        assertThat(now(skipped).lastNote()).startsWith("missed");
        awaitAllCompleted();
        clock.set(Instant.parse("2026-03-06T15:00:00Z"));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> now(within).nextAt().equals(java.util.Optional.of(Instant.parse("2026-03-07T09:00:00Z")))
                        && now(once).nextAt().equals(now(within).nextAt()));
        assertThat(now(within).lastNote()).startsWith("missed");
        assertThat(campaigns()).as("one made up for, not four").hasSize(3);
        assertThat(events)
                .anyMatch(event -> event instanceof CampaignEvent.ScheduleSkipped told
                        && told.schedule().equals(skipped.id())
                        && told.dueAt().equals(Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void aRunIsLeftOutWhileTheOneBeforeItIsNotFinished() {
        CampaignSpec.Builder slow = offer().rate(new RateLimit(1, Duration.ofMinutes(10)));
        CampaignSpec.Builder other = offer().rate(new RateLimit(1, Duration.ofMinutes(10)));
        Schedule skips = create(everyMorning(slow));
        Schedule allows = create(everyMorning(other).overlap(Overlap.ALLOW));
        clock.set(Instant.parse("2026-03-02T09:00:01Z"));
        awaitRun(skips, "2026-03-02T09:00:00Z");
        awaitRun(allows, "2026-03-02T09:00:00Z");

        clock.set(Instant.parse("2026-03-03T09:00:01Z"));
        awaitRun(skips, "2026-03-03T09:00:00Z");
        awaitRun(allows, "2026-03-03T09:00:00Z");

        assertThat(now(skips).lastNote()).contains("not finished");
        assertThat(now(allows).lastNote()).isEmpty();
        assertThat(campaigns()).hasSize(3);
    }

    @Test
    void aScheduleRestsWhileItIsPausedAndIsGoneWhenItIsDeleted() {
        Schedule paused = create(everyMorning(offer()));
        Schedule deleted = create(everyMorning(offer()));
        Schedule runs = create(everyMorning(offer()));
        assertThat(engines.get(1).schedules().pause(paused.id())).isTrue();
        assertThat(engines.get(1).schedules().delete(deleted.id())).isTrue();
        assertThat(now(paused).nextAt()).isEmpty();

        clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        awaitRun(runs, "2026-03-02T09:00:00Z");

        assertThat(campaigns()).hasSize(1);
        assertThat(engines.get(2).schedules().resume(paused.id())).isTrue();
        assertThat(now(paused).nextAt()).contains(Instant.parse("2026-03-03T09:00:00Z"));
        assertThat(engines.get(0).schedules().list()).extracting(Schedule::id).containsExactly(paused.id(), runs.id());
    }

    @Test
    void aRunThatFailsIsNotedAndTheOthersGoOn() {
        Schedule empty = create(everyMorning(offer()));
        reads.set(-2);

        clock.set(Instant.parse("2026-03-02T09:00:01Z"));
        awaitRun(empty, "2026-03-02T09:00:00Z");

        assertThat(now(empty).lastNote()).startsWith("failed: The audience has no recipient");
        assertThat(campaigns()).isEmpty();
        clock.set(Instant.parse("2026-03-03T09:00:01Z"));
        awaitRun(empty, "2026-03-03T09:00:00Z");
        assertThat(campaigns()).hasSize(1);
    }

    @Test
    void aMistakeInAScheduleIsNamed() {
        assertThatThrownBy(() ->
                        create(ScheduleSpec.builder(offer(), EVERY_MORNING).audienceFrom("nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("customers");
        assertThatThrownBy(() -> create(everyMorning(offer().startAt(START.plusSeconds(60)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("start");
        assertThat(engines.get(0).schedules().list()).isEmpty();
    }
}
