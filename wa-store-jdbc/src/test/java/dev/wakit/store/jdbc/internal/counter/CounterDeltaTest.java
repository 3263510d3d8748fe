package dev.wakit.store.jdbc.internal.counter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CounterDeltaTest {

    private static final CampaignId CAMPAIGN = new CampaignId(1);
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final CounterDelta delta = new CounterDelta();

    private static Delivery.Builder row() {
        return Delivery.builder(TenantId.DEFAULT, new DeliveryId(1), CAMPAIGN);
    }

    private static Delivery in(DeliveryState state) {
        return row().state(state).build();
    }

    private Map<String, Long> counted() {
        return delta.changes().getOrDefault(CAMPAIGN, new java.util.TreeMap<>());
    }

    @Test
    void countsANewRowByStateAndReason() {
        delta.added(row().skipped(SkipReason.DUPLICATE, null).build());

        assertThat(counted()).isEqualTo(Map.of("state:skipped", 1L, "skipped:duplicate", 1L));
    }

    @Test
    void movesARowFromStateToState() {
        delta.changed(in(DeliveryState.PENDING), in(DeliveryState.SENDING));

        assertThat(counted()).isEqualTo(Map.of("state:pending", -1L, "state:sending", 1L));
    }

    @Test
    void saysNothingAboutARowThatComesBack() {
        delta.changed(in(DeliveryState.PENDING), in(DeliveryState.SENDING));
        delta.changed(in(DeliveryState.SENDING), in(DeliveryState.PENDING));

        assertThat(counted()).isEmpty();
    }

    @Test
    void movesTheCodeOfAFailure() {
        Delivery one = row().state(DeliveryState.FAILED).error("1", null).build();
        Delivery two = row().state(DeliveryState.FAILED).error("2", null).build();

        delta.changed(one, two);

        assertThat(counted()).isEqualTo(Map.of("failed:1", -1L, "failed:2", 1L));
    }

    @Test
    void callsAFailureWithoutACodeUnknown() {
        delta.changed(in(DeliveryState.SENDING), in(DeliveryState.FAILED));

        assertThat(counted()).containsEntry("failed:unknown", 1L);
    }

    @Test
    void countsWhatAMilestoneImplies() {
        Delivery played = row().state(DeliveryState.READ).playedAt(NOW).build();

        delta.changed(in(DeliveryState.ACCEPTED), played);

        assertThat(counted())
                .containsEntry("ever:sent", 1L)
                .containsEntry("ever:delivered", 1L)
                .containsEntry("ever:read", 1L)
                .doesNotContainKey("ever:replied");
    }

    @Test
    void countsAMilestoneTheFirstTimeOnly() {
        Delivery sent = row().state(DeliveryState.SENT).sentAt(NOW).build();
        Delivery delivered =
                sent.toBuilder().state(DeliveryState.DELIVERED).deliveredAt(NOW).build();

        delta.changed(sent, delivered);

        assertThat(counted()).doesNotContainKey("ever:sent").containsEntry("ever:delivered", 1L);
    }

    @Test
    void keepsCampaignsApartAndNamesInOrder() {
        delta.duplicateSend(new CampaignId(2));
        delta.added(in(DeliveryState.PENDING));

        assertThat(delta.changes().keySet()).containsExactly(CAMPAIGN, new CampaignId(2));
        assertThat(delta.changes().get(new CampaignId(2))).isEqualTo(Map.of("duplicate-sends", 1L));
    }
}
