package dev.wakit.testkit.store;

import static dev.wakit.campaign.CampaignStatus.CANCELLED;
import static dev.wakit.campaign.CampaignStatus.COMPLETED;
import static dev.wakit.campaign.CampaignStatus.DRAFT;
import static dev.wakit.campaign.CampaignStatus.PAUSED;
import static dev.wakit.campaign.CampaignStatus.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.MergeStep;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What workers look for among campaigns of all tenants: those that are due, to be sent, to be emptied, or done.
 *
 * @since 0.1
 */
public abstract class CampaignWorkContract extends StoreFixture {

    /** For subclasses. */
    protected CampaignWorkContract() {}

    private CampaignStore campaigns() {
        return stores().campaigns();
    }

    private void insert(long id, CampaignStatus status) {
        campaigns().insert(campaign(new CampaignId(id), status));
    }

    private CampaignRow row() {
        return campaigns().find(TENANT, CAMPAIGN).orElseThrow();
    }

    private static List<Long> idsOf(List<CampaignRow> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }

    @Test
    void findsScheduledCampaignsOfAllTenantsThatAreDue() {
        insert(1, DRAFT);
        insert(2, DRAFT);
        var lane = new LaneKey(OTHER, LANE.provider(), LANE.sender());
        campaigns().insert(campaign(lane, new CampaignId(3), DRAFT));
        campaigns().schedule(TENANT, new CampaignId(1), NOW);
        campaigns().schedule(TENANT, new CampaignId(2), NOW.plusSeconds(1));
        campaigns().schedule(OTHER, new CampaignId(3), NOW.minusSeconds(1));

        assertThat(idsOf(campaigns().due(NOW, 10))).containsExactly(3L, 1L);
        assertThat(idsOf(campaigns().due(NOW, 1))).containsExactly(3L);
    }

    @Test
    void findsWhatALaneSends() {
        insert(1, RUNNING);
        insert(2, PAUSED);
        insert(3, RUNNING);
        var elsewhere = new LaneKey(OTHER, LANE.provider(), LANE.sender());
        campaigns().insert(campaign(elsewhere, new CampaignId(4), RUNNING));

        assertThat(idsOf(campaigns().running(LANE))).containsExactly(1L, 3L);
    }

    @Test
    void findsCancelledCampaignsUntilTheyAreEmpty() {
        LaneLease lease = sending(1);
        insert(7, RUNNING);
        insert(8, RUNNING);
        campaigns().move(TENANT, new CampaignId(8), Set.of(RUNNING), COMPLETED, "", NOW);
        assertThat(campaigns().cancelledNotEmpty(10)).isEmpty();

        campaigns().move(TENANT, new CampaignId(7), Set.of(RUNNING), CANCELLED, "", NOW);
        campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING), CANCELLED, "", NOW);
        assertThat(idsOf(campaigns().cancelledNotEmpty(10))).containsExactly(7L, 1_000L);
        assertThat(campaigns().cancelledNotEmpty(1)).hasSize(1);

        assertThat(campaigns().noteEmpty(TENANT, new CampaignId(7))).isTrue();
        assertThat(campaigns().noteEmpty(TENANT, CAMPAIGN))
                .as("one is SENDING and may come back")
                .isFalse();
        stores().deliveries().recordOutcomes(lease, List.of(outcome(1, DeliveryState.PENDING, "", "")));
        assertThat(campaigns().noteEmpty(TENANT, CAMPAIGN)).as("it came back").isFalse();
        assertThat(idsOf(campaigns().cancelledNotEmpty(10))).containsExactly(1_000L);

        stores().deliveries().cancelPending(TENANT, CAMPAIGN, 10, NOW);
        assertThat(campaigns().noteEmpty(TENANT, CAMPAIGN)).isTrue();
        assertThat(campaigns().cancelledNotEmpty(10)).isEmpty();
    }

    @Test
    void findsACancelledCampaignAgainWhenOneOfItsDeliveriesComesBack() {
        LaneLease lease = sending(1);
        stores().deliveries().interrupt(lease, NOW.plusMillis(1), NOW);
        campaigns().move(TENANT, CAMPAIGN, Set.of(RUNNING), CANCELLED, "", NOW);
        assertThat(campaigns().noteEmpty(TENANT, CAMPAIGN)).isTrue();

        stores().deliveries()
                .merge(
                        TENANT,
                        List.of(DeliveryRef.of(id(1))),
                        (located, index) -> MergeStep.of(located.delivery().toBuilder()
                                .state(DeliveryState.PENDING)
                                .uncertainAt(null)
                                .build()),
                        NOW);

        assertThat(idsOf(campaigns().cancelledNotEmpty(10))).containsExactly(1_000L);
    }

    @Test
    void notesOfNoCampaignThatIsNotCancelledThatItIsEmpty() {
        insert(1_000, PAUSED);

        assertThat(campaigns().noteEmpty(TENANT, CAMPAIGN)).isFalse();
        assertThat(campaigns().noteEmpty(TENANT, new CampaignId(99))).isFalse();
    }

    @Test
    void completesACampaignThatHasNothingLeftToSend() {
        LaneLease lease = running(2);
        assertThat(campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isFalse();

        stores().deliveries().commitIntents(lease, intents(2), NOW);
        assertThat(campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isFalse();

        stores().deliveries()
                .recordOutcomes(lease, List.of(acceptance(1), outcome(2, DeliveryState.UNCERTAIN, "", "")));
        assertThat(campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isTrue();
        assertThat(row().status()).isEqualTo(COMPLETED);
        assertThat(row().finishedAt()).isEqualTo(NOW);
    }

    @Test
    void completesNothingThatIsPaused() {
        insert(1_000, PAUSED);

        assertThat(campaigns().completeIfDone(TENANT, CAMPAIGN, NOW)).isFalse();
    }

    @Test
    void listsPreparingCampaignsOfAllTenantsOldestFirst() {
        var foreign = new LaneKey(OTHER, LANE.provider(), LANE.sender());
        stores().campaigns().insert(campaign(new CampaignId(3), CampaignStatus.PREPARING));
        stores().campaigns().insert(campaign(foreign, new CampaignId(2), CampaignStatus.PREPARING));
        stores().campaigns().insert(campaign(new CampaignId(1), CampaignStatus.RUNNING));

        assertThat(stores().campaigns().preparing(10))
                .extracting(CampaignRow::id)
                .containsExactly(new CampaignId(2), new CampaignId(3));
        assertThat(stores().campaigns().preparing(1)).hasSize(1);
    }

    @Test
    void listsWhatFinishedBeforeATimeForAllTenants() {
        stores().campaigns().insert(campaign(new CampaignId(1), CampaignStatus.RUNNING));
        stores().campaigns().insert(campaign(new CampaignId(2), CampaignStatus.RUNNING));
        stores().campaigns().insert(campaign(new CampaignId(3), CampaignStatus.RUNNING));
        for (int n = 1; n <= 2; n++) {
            stores().campaigns()
                    .move(
                            TENANT,
                            new CampaignId(n),
                            Set.of(CampaignStatus.RUNNING),
                            CampaignStatus.COMPLETED,
                            "",
                            NOW.plusSeconds(n));
        }

        assertThat(stores().campaigns().finishedBefore(NOW.plusSeconds(2), 10))
                .extracting(CampaignRow::id)
                .containsExactly(new CampaignId(1));
        assertThat(stores().campaigns().finishedBefore(NOW.plusSeconds(9), 1)).hasSize(1);
    }
}
