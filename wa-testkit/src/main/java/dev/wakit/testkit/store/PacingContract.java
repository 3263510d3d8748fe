package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.HoldLayer;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.IntentLimits.Day;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.LaneDays;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * The limits that the database counts: zones, ramp-up, caps and spend; {@link PortfolioContract} has the budget of a portfolio.
 *
 * @since 0.1
 */
public abstract class PacingContract extends StoreFixture {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final FrequencyCap ONE_A_WEEK = new FrequencyCap(1, Duration.ofDays(7), TemplateCategory.MARKETING);

    /** For subclasses. */
    protected PacingContract() {}

    private IntentResult commit(LaneLease lease, int count, IntentLimits limits, Instant now) {
        return stores().deliveries().commitIntents(lease, intents(count), limits, now);
    }

    @Nested
    @DisplayName("Zones")
    class Zones {

        @Test
        void ofACampaignAreThoseOfItsRows() {
            running(List.of(
                    delivery(1).zone("Asia/Kolkata").build(),
                    delivery(2).zone("Europe/Berlin").build(),
                    delivery(3).zone("Asia/Kolkata").build(),
                    delivery(4).build()));

            assertThat(stores().pacing().zones(TENANT, CAMPAIGN))
                    .containsExactlyInAnyOrder("Asia/Kolkata", "Europe/Berlin");
            assertThat(stores().pacing().zones(OTHER, CAMPAIGN)).isEmpty();
        }

        @Test
        void areReadAheadOneByOne() {
            LaneLease lease = running(List.of(
                    delivery(1).zone("Asia/Kolkata").build(),
                    delivery(2)
                            .zone("Europe/Berlin")
                            .category(TemplateCategory.UTILITY)
                            .build(),
                    delivery(3).build()));

            List<Delivery> berlin =
                    stores().deliveries().readAhead(lease, CAMPAIGN, "Europe/Berlin", NOW, ReadCursor.START, 10);

            assertThat(ids(berlin)).containsExactly(2L);
            assertThat(berlin.get(0).zone()).isEqualTo("Europe/Berlin");
            assertThat(berlin.get(0).category()).isEqualTo(TemplateCategory.UTILITY);
            assertThat(readAhead(lease, ReadCursor.START, 10)).containsExactly(3L);
        }

        @Test
        void goWithTheirCampaign() {
            running(List.of(delivery(1).zone("Asia/Kolkata").build()));
            stores().campaigns()
                    .move(TENANT, CAMPAIGN, Set.of(CampaignStatus.RUNNING), CampaignStatus.CANCELLED, "", NOW);

            assertThat(stores().campaigns().delete(TENANT, CAMPAIGN, Set.of(CampaignStatus.CANCELLED)))
                    .isTrue();

            assertThat(stores().pacing().zones(TENANT, CAMPAIGN)).isEmpty();
        }
    }

    @Nested
    @DisplayName("A day's limit of a lane")
    class Days {

        @Test
        void letsSoManyMessagesThrough() {
            LaneLease lease = running(8);
            var limits = IntentLimits.NONE.initiating(Set.of(CAMPAIGN), null, new Day(TODAY, 5));

            assertThat(commit(lease, 3, limits, NOW).granted()).hasSize(3);
            IntentResult second = commit(lease, 8, limits, NOW);

            assertThat(second.granted()).hasSize(2);
            assertThat(second.held()).hasSize(3).containsValue(HoldLayer.RAMP_UP);
            assertThat(stores().pacing().days(LANE, TODAY)).isEqualTo(new LaneDays(0, 5));
        }

        @Test
        void countsTheDaysBefore() {
            LaneLease lease = running(8);
            commit(lease, 2, IntentLimits.NONE.initiating(Set.of(CAMPAIGN), null, new Day(TODAY, 5)), NOW);
            var tomorrow = IntentLimits.NONE.initiating(Set.of(CAMPAIGN), null, new Day(TODAY.plusDays(1), 5));
            commit(lease, 3, tomorrow, NOW);

            assertThat(stores().pacing().days(LANE, TODAY.plusDays(1))).isEqualTo(new LaneDays(1, 1));
            assertThat(stores().pacing().days(LANE, TODAY.plusDays(9))).isEqualTo(new LaneDays(2, 0));
        }
    }

    @Nested
    @DisplayName("Frequency caps")
    class Caps {

        private final CampaignId earlier = new CampaignId(500);

        /** Person 1 got a message of this category at this time, by an earlier campaign. */
        private void got(TemplateCategory category, DeliveryState state, Instant at) {
            stores().campaigns().insert(campaign(earlier, CampaignStatus.PREPARING));
            var claim = stores().campaigns().claimPlanning(WORKER, LEASE).orElseThrow();
            Delivery row = Delivery.builder(TENANT, id(9_001), earlier)
                    .line(1)
                    .recipient(person(1))
                    .category(category)
                    .build();
            stores().deliveries().plan(claim, List.of(row), 1, LEASE);
            stores().deliveries().finishPlanning(claim, CampaignStatus.RUNNING, "", NOW);
            LaneLease lease = acquired();
            var intent = new dev.wakit.campaign.store.Intent(id(9_001), earlier, 1, person(1), true);
            stores().deliveries().commitIntents(lease, List.of(intent), at);
            stores().deliveries()
                    .recordOutcomes(
                            lease,
                            List.of(new dev.wakit.campaign.store.OutcomeWrite(
                                    id(9_001), earlier, 1, state, "m", Instant.EPOCH, 1, "", "", at)));
        }

        private Set<String> capped() {
            return stores().pacing()
                    .capped(TENANT, List.of(person(1).key(), person(2).key()), List.of(ONE_A_WEEK), NOW);
        }

        @Test
        void nameWhoGotEnough() {
            got(TemplateCategory.MARKETING, DeliveryState.ACCEPTED, NOW.minus(Duration.ofDays(3)));

            assertThat(capped()).containsExactly(person(1).key());
        }

        @Test
        void doNotCountFailures() {
            got(TemplateCategory.MARKETING, DeliveryState.FAILED, NOW.minus(Duration.ofDays(3)));

            assertThat(capped()).isEmpty();
        }

        @Test
        void doNotCountOtherCategories() {
            got(TemplateCategory.UTILITY, DeliveryState.ACCEPTED, NOW.minus(Duration.ofDays(3)));

            assertThat(capped()).isEmpty();
        }

        @Test
        void doNotCountWhatIsOlderThanTheirPeriod() {
            got(TemplateCategory.MARKETING, DeliveryState.ACCEPTED, NOW.minus(Duration.ofDays(7)));

            assertThat(capped()).isEmpty();
        }

        @Test
        void skipPeopleWhenTheIntentIsCommitted() {
            got(TemplateCategory.MARKETING, DeliveryState.ACCEPTED, NOW.minus(Duration.ofDays(3)));
            LaneLease lease = running(2);

            IntentResult result = commit(lease, 2, IntentLimits.caps(Map.of(CAMPAIGN, List.of(ONE_A_WEEK))), NOW);

            assertThat(result.capped()).containsExactly(id(1));
            assertThat(result.granted()).containsExactly(id(2));
            assertThat(found(1).skipReason()).contains(SkipReason.CAPPED);
            assertThat(counter(CounterNames.skipped(SkipReason.CAPPED))).isEqualTo(1);
        }
    }

    @Nested
    @DisplayName("Spend")
    class Spend {

        @Test
        void addsUpByCampaign() {
            running(1);

            assertThat(stores().pacing().addSpend(TENANT, CAMPAIGN, 1_500_000)).isEqualTo(1_500_000);
            assertThat(stores().pacing().addSpend(TENANT, CAMPAIGN, 250_000)).isEqualTo(1_750_000);
            assertThat(counter(CounterNames.SPENT_MICROS)).isEqualTo(1_750_000);
        }
    }
}
