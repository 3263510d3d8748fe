package dev.wakit.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.ReadCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Reading ahead and listing deliveries.
 *
 * @since 0.1
 */
public abstract class DeliveryReadContract extends StoreFixture {

    /** For subclasses. */
    protected DeliveryReadContract() {}

    @Nested
    @DisplayName("Reading ahead")
    class Ahead {

        @Test
        void goesInTheOrderOfTimeDueAndThenId() {
            LaneLease lease = running(List.of(
                    delivery(1).notBefore(NOW).build(),
                    delivery(2).build(),
                    delivery(3).notBefore(NOW.plusMillis(1)).build(),
                    delivery(4).build()));

            assertThat(readAhead(lease, ReadCursor.START, 10)).containsExactly(2L, 4L, 1L);
        }

        @Test
        void goesOnAfterTheCursor() {
            LaneLease lease = running(List.of(
                    delivery(1).notBefore(NOW).build(),
                    delivery(2).build(),
                    delivery(3).build()));

            assertThat(readAhead(lease, ReadCursor.START, 1)).containsExactly(2L);
            assertThat(readAhead(lease, new ReadCursor(Instant.EPOCH, id(2)), 1))
                    .containsExactly(3L);
            assertThat(readAhead(lease, new ReadCursor(Instant.EPOCH, id(3)), 9))
                    .containsExactly(1L);
            assertThat(readAhead(lease, new ReadCursor(NOW, id(1)), 9)).isEmpty();
        }

        @Test
        void leavesOutWhatIsNotPending() {
            LaneLease lease = running(3);
            stores().deliveries().commitIntents(lease, List.of(intent(2, 1)), NOW);

            assertThat(readAhead(lease, ReadCursor.START, 10)).containsExactly(1L, 3L);
        }

        @Test
        void leavesOutOtherLanes() {
            running(1);
            var elsewhere = new LaneKey(OTHER, LANE.provider(), LANE.sender());

            assertThat(readAhead(new LaneLease(elsewhere, WORKER, 1), ReadCursor.START, 10))
                    .isEmpty();
        }
    }

    @Nested
    @DisplayName("Listing")
    class Listing {

        private List<Long> list(DeliveryQuery query) {
            return ids(stores().deliveries().list(TENANT, CAMPAIGN, query));
        }

        @Test
        void pagesThroughAllRowsOnce() {
            running(25);
            var seen = new ArrayList<Long>();

            List<Long> page = list(DeliveryQuery.first(10));
            while (!page.isEmpty()) {
                seen.addAll(page);
                page = list(new DeliveryQuery(Set.of(), "", "", id(page.get(page.size() - 1)), 10));
            }

            assertThat(seen).hasSize(25).isSorted().doesNotHaveDuplicates();
        }

        @Test
        void filtersByStateCodeAndPerson() {
            LaneLease lease = sending(4);
            stores().deliveries()
                    .recordOutcomes(lease, List.of(acceptance(1), refusal(2, "131026"), refusal(3, "131049")));

            assertThat(list(new DeliveryQuery(Set.of(DeliveryState.FAILED), "", "", id(0), 10)))
                    .containsExactly(2L, 3L);
            assertThat(list(new DeliveryQuery(
                            Set.of(DeliveryState.ACCEPTED, DeliveryState.SENDING), "", "", id(0), 10)))
                    .containsExactly(1L, 4L);
            assertThat(list(new DeliveryQuery(Set.of(), "131049", "", id(0), 10)))
                    .containsExactly(3L);
            assertThat(list(new DeliveryQuery(Set.of(), "", person(4).key(), id(0), 10)))
                    .containsExactly(4L);
        }

        @Test
        void findsTheLatestDeliveryThatAPersonMayAnswer() {
            accepted(1);

            assertThat(stores().deliveries().latestTo(TENANT, person(1).key(), CAMPAIGN))
                    .map(Delivery::id)
                    .contains(id(1));
            assertThat(stores().deliveries().latestTo(TENANT, person(1).key(), new CampaignId(1_001)))
                    .isEmpty();
            assertThat(stores().deliveries().latestTo(TENANT, person(9).key(), CAMPAIGN))
                    .isEmpty();
        }

        @Test
        void attributesNoReplyToWhatWasNotSent() {
            running(1);

            assertThat(stores().deliveries().latestTo(TENANT, person(1).key(), CAMPAIGN))
                    .isEmpty();
        }

        @Test
        void showsAnotherTenantNothing() {
            accepted(1);
            var deliveries = stores().deliveries();

            assertThat(deliveries.find(OTHER, id(1))).isEmpty();
            assertThat(deliveries.list(OTHER, CAMPAIGN, DeliveryQuery.first(10)))
                    .isEmpty();
            assertThat(deliveries.planned(OTHER, CAMPAIGN, List.of(person(1).key())))
                    .isEmpty();
            assertThat(deliveries.latestTo(OTHER, person(1).key(), CAMPAIGN)).isEmpty();
            assertThat(deliveries.pastAttempts(OTHER, id(1))).isEmpty();
        }
    }

    @Test
    void saysWhenTheNextPendingRowIsDue() {
        LaneLease lease = running(List.of(
                delivery(1).notBefore(NOW.plusSeconds(60)).build(),
                delivery(2).notBefore(NOW.plusSeconds(30)).build()));
        assertThat(stores().deliveries().nextDue(TENANT, CAMPAIGN)).contains(NOW.plusSeconds(30));

        stores().deliveries().commitIntents(lease, intents(2), NOW);

        assertThat(stores().deliveries().nextDue(TENANT, CAMPAIGN)).isEmpty();
        assertThat(stores().deliveries().nextDue(OTHER, CAMPAIGN)).isEmpty();
    }
}
