package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.schedule.Overlap;
import dev.wakit.campaign.schedule.ScheduleId;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.campaign.store.ScheduleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Schedules: one run for each due time, whoever competes for it.
 *
 * @since 0.1
 */
public abstract class ScheduleStoreContract extends StoreFixture {

    private static final ScheduleId ID = new ScheduleId(7);
    private static final Instant LATER = NOW.plusSeconds(3_600);

    /** For subclasses. */
    protected ScheduleStoreContract() {}

    private ScheduleStore schedules() {
        return stores().schedules();
    }

    private static ScheduleRow row(TenantId tenant, ScheduleId id, Instant nextAt, boolean paused) {
        return new ScheduleRow(
                tenant,
                id,
                "Weekly offer",
                new LaneKey(tenant, LANE.provider(), LANE.sender()),
                "{\"template\":\"offer\"}",
                "{\"retry\":1}",
                "0 9 * * MON",
                "Asia/Kolkata",
                "customers",
                Overlap.ALLOW,
                Duration.ofHours(2),
                paused,
                nextAt,
                Instant.EPOCH,
                0,
                "",
                NOW);
    }

    private ScheduleRow inserted(Instant nextAt) {
        schedules().insert(row(TENANT, ID, nextAt, false));
        return schedules().find(TENANT, ID).orElseThrow();
    }

    @Test
    void keepsAScheduleAsItWasGiven() {
        schedules().insert(row(TENANT, ID, NOW, false));

        assertThat(schedules().find(TENANT, ID)).contains(row(TENANT, ID, NOW, false));
        assertThat(schedules().find(OTHER, ID)).isEmpty();
    }

    @Test
    void listsTheSchedulesOfOneTenantById() {
        schedules().insert(row(TENANT, new ScheduleId(9), NOW, false));
        schedules().insert(row(TENANT, new ScheduleId(8), NOW, true));
        schedules().insert(row(OTHER, new ScheduleId(7), NOW, false));

        assertThat(schedules().list(TENANT))
                .extracting(ScheduleRow::id)
                .containsExactly(new ScheduleId(8), new ScheduleId(9));
    }

    @Test
    void findsWhatIsDueForAllTenantsTheLongestDueFirst() {
        schedules().insert(row(TENANT, new ScheduleId(1), NOW, false));
        schedules().insert(row(OTHER, new ScheduleId(2), NOW.minusSeconds(5), false));
        schedules().insert(row(TENANT, new ScheduleId(3), NOW.minusSeconds(9), true));
        schedules().insert(row(TENANT, new ScheduleId(4), NOW.plusMillis(1), false));

        assertThat(schedules().due(NOW, 10))
                .extracting(ScheduleRow::id)
                .containsExactly(new ScheduleId(2), new ScheduleId(1));
        assertThat(schedules().due(NOW, 1)).hasSize(1);
        assertThat(schedules().nextDue()).contains(NOW.minusSeconds(5));
    }

    @Test
    void runsWithItsCampaignInOneStep() {
        ScheduleRow read = inserted(NOW);

        assertThat(schedules().run(read, LATER, campaign(CAMPAIGN, CampaignStatus.PREPARING)))
                .isTrue();

        ScheduleRow now = schedules().find(TENANT, ID).orElseThrow();
        assertThat(now.nextAt()).isEqualTo(LATER);
        assertThat(now.lastAt()).isEqualTo(NOW);
        assertThat(now.lastCampaign()).isEqualTo(CAMPAIGN.value());
        assertThat(stores().campaigns().find(TENANT, CAMPAIGN)).isPresent();
    }

    @Test
    void runsOnceForADueTime() {
        ScheduleRow read = inserted(NOW);
        schedules().run(read, LATER, campaign(CAMPAIGN, CampaignStatus.PREPARING));

        var second = new CampaignId(CAMPAIGN.value() + 1);
        assertThat(schedules().run(read, LATER, campaign(second, CampaignStatus.PREPARING)))
                .isFalse();
        assertThat(schedules().skip(read, LATER, "late")).isFalse();

        assertThat(stores().campaigns().find(TENANT, second)).isEmpty();
    }

    @Test
    void hasOneWinnerWhenWorkersRace() {
        ScheduleRow read = inserted(NOW);
        List<CampaignStores> instances = List.of(stores(), another());

        List<Boolean> won = race(IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(n -> () -> instances
                        .get(n % 2)
                        .schedules()
                        .run(read, LATER, campaign(new CampaignId(100 + n), CampaignStatus.PREPARING)))
                .toList());

        assertThat(won).containsOnlyOnce(true);
        assertThat(stores().campaigns().preparing(10)).hasSize(1);
    }

    @Test
    void keepsTheReasonOfASkippedRunAndTheCampaignBeforeIt() {
        ScheduleRow read = inserted(NOW);
        schedules().run(read, LATER, campaign(CAMPAIGN, CampaignStatus.PREPARING));
        ScheduleRow again = schedules().find(TENANT, ID).orElseThrow();

        assertThat(schedules().skip(again, LATER.plusSeconds(60), "still running"))
                .isTrue();

        ScheduleRow now = schedules().find(TENANT, ID).orElseThrow();
        assertThat(now.lastNote()).isEqualTo("still running");
        assertThat(now.lastAt()).isEqualTo(LATER);
        assertThat(now.lastCampaign()).isEqualTo(CAMPAIGN.value());
    }

    @Test
    void restsWhileItIsPaused() {
        ScheduleRow read = inserted(NOW);

        assertThat(schedules().pause(TENANT, ID, true, NOW)).isTrue();
        assertThat(schedules().pause(TENANT, ID, true, NOW)).isFalse();
        assertThat(schedules().due(LATER, 10)).isEmpty();
        assertThat(schedules().nextDue()).isEmpty();
        assertThat(schedules().run(read, LATER, campaign(CAMPAIGN, CampaignStatus.PREPARING)))
                .isFalse();

        assertThat(schedules().pause(TENANT, ID, false, LATER)).isTrue();
        assertThat(schedules().due(NOW, 10)).isEmpty();
        assertThat(schedules().due(LATER, 10)).hasSize(1);
        assertThat(schedules().pause(OTHER, ID, true, NOW)).isFalse();
    }

    @Test
    void changesNoSettingsThatSomebodyElseChangedMeanwhile() {
        ScheduleRow read = inserted(NOW);

        assertThat(schedules().updateSettings(read, "{\"retry\":2}")).isTrue();
        assertThat(schedules().find(TENANT, ID).orElseThrow().settings()).isEqualTo("{\"retry\":2}");

        assertThat(schedules().updateSettings(read, "{\"retry\":3}")).isFalse();
        assertThat(schedules().updateSettings(row(OTHER, ID, NOW, false), "{\"retry\":3}"))
                .isFalse();
        assertThat(schedules().find(TENANT, ID).orElseThrow().settings()).isEqualTo("{\"retry\":2}");
    }

    @Test
    void makesNoCampaignFromSettingsThatWereChangedMeanwhile() {
        ScheduleRow read = inserted(NOW);
        schedules().updateSettings(read, "{\"retry\":2}");

        assertThat(schedules().run(read, LATER, campaign(CAMPAIGN, CampaignStatus.PREPARING)))
                .isFalse();
        assertThat(stores().campaigns().find(TENANT, CAMPAIGN)).isEmpty();
        assertThat(schedules()
                        .run(
                                schedules().find(TENANT, ID).orElseThrow(),
                                LATER,
                                campaign(CAMPAIGN, CampaignStatus.PREPARING)))
                .isTrue();
    }

    @Test
    void isGoneWhenItIsDeleted() {
        ScheduleRow read = inserted(NOW);

        assertThat(schedules().delete(OTHER, ID)).isFalse();
        assertThat(schedules().delete(TENANT, ID)).isTrue();
        assertThat(schedules().delete(TENANT, ID)).isFalse();

        assertThat(schedules().run(read, LATER, campaign(CAMPAIGN, CampaignStatus.PREPARING)))
                .isFalse();
    }
}
