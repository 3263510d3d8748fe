package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.store.AudienceRow;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.campaign.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Planning claims, planned rows, reading ahead and listing.
 *
 * @since 0.1
 */
public abstract class DeliveryPlanContract extends StoreFixture {

    /** For subclasses. */
    protected DeliveryPlanContract() {}

    private boolean plan(PlanningClaim claim, Delivery... rows) {
        return stores().deliveries().plan(claim, List.of(rows), rows.length, LEASE);
    }

    @Nested
    @DisplayName("A planning claim")
    class Claim {

        private void preparing(long id) {
            stores().campaigns().insert(campaign(new CampaignId(id), CampaignStatus.PREPARING));
        }

        private Optional<PlanningClaim> claim(String worker) {
            return stores().campaigns().claimPlanning(worker, LEASE);
        }

        @Test
        void isGivenForTheOldestPreparingCampaign() {
            preparing(2);
            preparing(1);
            stores().campaigns().insert(campaign(new CampaignId(0), CampaignStatus.DRAFT));

            PlanningClaim claim = claim(WORKER).orElseThrow();

            assertThat(claim.campaign()).isEqualTo(campaign(new CampaignId(1), CampaignStatus.PREPARING));
            assertThat(claim.worker()).isEqualTo(WORKER);
            assertThat(claim.plannedLine()).isZero();
        }

        @Test
        void keepsOthersAwayUntilItsLeaseIsOver() {
            preparing(1);
            PlanningClaim first = claim(WORKER).orElseThrow();
            clock.advance(LEASE);
            assertThat(claim("worker-2")).isEmpty();

            clock.advance(LEASE);
            PlanningClaim second = claim("worker-2").orElseThrow();

            assertThat(second.epoch()).isGreaterThan(first.epoch());
        }

        @Test
        void isProlongedByEveryPlannedBatch() {
            PlanningClaim claim = claimed();
            clock.advance(LEASE);
            plan(claim, delivery(1).build());
            clock.advance(LEASE);

            assertThat(claim("worker-2")).isEmpty();
        }

        @Test
        void saysHowFarPlanningGot() {
            stores().deliveries().plan(claimed(), deliveries(3), 7, LEASE);
            clock.advance(LEASE.multipliedBy(2));

            assertThat(claim("worker-2").orElseThrow().plannedLine()).isEqualTo(7);
        }

        @Test
        void isGivenToOneOfTwoRacingWorkers() {
            preparing(1);
            CampaignStores one = stores();
            CampaignStores two = another();

            List<Optional<PlanningClaim>> claims = race(List.of(
                    () -> one.campaigns().claimPlanning("worker-1", LEASE),
                    () -> two.campaigns().claimPlanning("worker-2", LEASE)));

            assertThat(claims.stream().flatMap(Optional::stream)).hasSize(1);
        }

        @Test
        void writesNothingOnceItIsLost() {
            PlanningClaim stale = claimed();
            clock.advance(LEASE.multipliedBy(2));
            assertThat(claim("worker-2")).isPresent();

            assertThat(plan(stale, delivery(1).build())).isFalse();
            assertThat(stores().deliveries().finishPlanning(stale, CampaignStatus.RUNNING, "", NOW))
                    .isFalse();
            assertThat(all()).isEmpty();
            assertThat(counters()).isEmpty();
        }

        @Test
        void writesNothingOnceTheCampaignWasMoved() {
            PlanningClaim claim = claimed();
            stores().campaigns()
                    .move(TENANT, CAMPAIGN, Set.of(CampaignStatus.PREPARING), CampaignStatus.CANCELLED, "", NOW);

            assertThat(plan(claim, delivery(1).build())).isFalse();
            assertThat(stores().deliveries().finishPlanning(claim, CampaignStatus.RUNNING, "", NOW))
                    .isFalse();
        }

        @Test
        void endsWithTheCapturedAudienceDeleted() {
            PlanningClaim claim = claimed();
            stores().audiences().append(TENANT, CAMPAIGN, List.of(new AudienceRow(1, "1", "", "", Map.of(), "")));

            assertThat(stores().deliveries().finishPlanning(claim, CampaignStatus.COMPLETED, "Nobody left", NOW))
                    .isTrue();

            var campaign = stores().campaigns().find(TENANT, CAMPAIGN).orElseThrow();
            assertThat(campaign.status()).isEqualTo(CampaignStatus.COMPLETED);
            assertThat(campaign.reason()).isEqualTo("Nobody left");
            assertThat(campaign.finishedAt()).isEqualTo(NOW);
            assertThat(stores().audiences().count(TENANT, CAMPAIGN)).isZero();
        }
    }

    @Nested
    @DisplayName("Planned rows")
    class Planned {

        @Test
        void keepEveryField() {
            Recipient person = Recipient.of(PhoneNumber.parse("+919978783238"), Bsuid.of("IN.13491208655302741918"));
            Map<String, String> variables = Map.of("1", "محمد", "2", "😀 \"quoted\" \\ line\nbreak");
            Delivery row = delivery(1)
                    .line(12)
                    .recipient(person)
                    .name("‏محمد بن سلمان‎ Ünïcödé")
                    .rawAddress(" 99787-83238 ")
                    .variables(variables)
                    .notBefore(NOW.plusSeconds(5))
                    .build();

            plan(claimed(), row);

            assertThat(found(1).recipient()).contains(person);
            assertThat(found(1).name()).isEqualTo(row.name());
            assertThat(found(1).rawAddress()).contains(" 99787-83238 ");
            assertThat(found(1).variables()).isEqualTo(variables);
            assertThat(found(1).line()).isEqualTo(12);
            assertThat(found(1).notBefore()).isEqualTo(NOW.plusSeconds(5));
            assertThat(found(1).state()).isEqualTo(DeliveryState.PENDING);
            assertThat(found(1).attemptNo()).isZero();
            assertThat(found(1).messageId()).isEmpty();
            assertThat(found(1).intentAt()).isEmpty();
        }

        @Test
        void keepWhatMeansSomethingToDatabases() {
            Delivery odd = delivery(1)
                    .name("\\N")
                    .rawAddress("\\.\r\n\ta\\tb")
                    .variables(Map.of("x", "'\"{,}NULL\n"))
                    .build();

            plan(claimed(), odd, delivery(2).build());

            assertThat(found(1).name()).contains("\\N");
            assertThat(found(1).rawAddress()).contains("\\.\r\n\ta\\tb");
            assertThat(found(1).variables()).isEqualTo(odd.variables());
            assertThat(all()).hasSize(2);
        }

        @Test
        void mayNameAPersonByBusinessScopedIdAlone() {
            Recipient person = Recipient.of(Bsuid.of("US.1349abc"));

            plan(claimed(), delivery(1).recipient(person).build());

            assertThat(found(1).recipient()).contains(person);
            assertThat(stores().deliveries().planned(TENANT, CAMPAIGN, List.of(person.key())))
                    .containsExactly(person.key());
        }

        @Test
        void areCountedByStateAndReason() {
            plan(
                    claimed(),
                    delivery(1).build(),
                    delivery(2).skipped(SkipReason.MISSING_VARIABLE, "city").build(),
                    delivery(3)
                            .recipient(null)
                            .rawAddress("abc")
                            .skipped(SkipReason.INVALID_NUMBER, "abc")
                            .build());

            assertThat(counters())
                    .containsEntry(CounterNames.state(DeliveryState.PENDING), 1L)
                    .containsEntry(CounterNames.state(DeliveryState.SKIPPED), 2L)
                    .containsEntry(CounterNames.skipped(SkipReason.MISSING_VARIABLE), 1L)
                    .containsEntry(CounterNames.skipped(SkipReason.INVALID_NUMBER), 1L);
            assertThat(found(2).skipDetail()).contains("city");
            assertThat(found(3).recipient()).isEmpty();
        }

        @Test
        void areFoundByTheirPeople() {
            plan(
                    claimed(),
                    delivery(1).build(),
                    delivery(2).skipped(SkipReason.SUPPRESSED, null).build());

            List<String> keys =
                    List.of(person(1).key(), person(2).key(), person(3).key());

            assertThat(stores().deliveries().planned(TENANT, CAMPAIGN, keys))
                    .containsExactly(person(1).key());
            assertThat(stores().deliveries().planned(TENANT, CAMPAIGN, List.of()))
                    .isEmpty();
        }

        @Test
        void mayNameOnePersonOnceExceptWhenSkipped() {
            PlanningClaim claim = claimed();
            plan(
                    claim,
                    delivery(1).build(),
                    delivery(2)
                            .recipient(person(1))
                            .skipped(SkipReason.DUPLICATE, null)
                            .build(),
                    delivery(3)
                            .recipient(person(1))
                            .skipped(SkipReason.DUPLICATE, null)
                            .build());

            assertThatThrownBy(
                            () -> plan(claim, delivery(4).recipient(person(1)).build()))
                    .isInstanceOf(StoreException.class)
                    .hasStackTraceContaining("StoreException")
                    .satisfies(error ->
                            assertThat(stackOf(error)).doesNotContain(person(1).key()));
            assertThat(all()).hasSize(3);
            assertThat(counter(CounterNames.state(DeliveryState.PENDING))).isEqualTo(1);
        }

        private String stackOf(Throwable error) {
            var text = new StringBuilder();
            for (Throwable at = error; at != null; at = at.getCause()) {
                text.append(at);
            }
            return text.toString();
        }

        @Test
        void mayBeThousandsOrNone() {
            PlanningClaim claim = claimed();

            assertThat(stores().deliveries().plan(claim, deliveries(5_000), 5_000, LEASE))
                    .isTrue();
            assertThat(stores().deliveries().plan(claim, List.of(), 6_000, LEASE))
                    .isTrue();
            assertThat(counter(CounterNames.state(DeliveryState.PENDING))).isEqualTo(5_000);
        }
    }
}
