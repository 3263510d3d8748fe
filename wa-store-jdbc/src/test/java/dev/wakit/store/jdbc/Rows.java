package dev.wakit.store.jdbc;

import dev.wakit.TenantId;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A campaign with rows, for tests of one database. */
final class Rows {

    static final TenantId TENANT = TenantId.of("acme");
    static final LaneKey LANE = new LaneKey(TENANT, ProviderId.of("meta"), SenderId.of("1065"));
    static final CampaignId CAMPAIGN = new CampaignId(1);
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(5);

    private Rows() {}

    static void runningCampaign(CampaignStores stores, int count) {
        runningCampaign(stores, CAMPAIGN, 1, count);
    }

    /** With its rows from this id on. */
    static void runningCampaign(CampaignStores stores, CampaignId campaign, int first, int count) {
        stores.campaigns()
                .insert(new CampaignRow(
                        TENANT,
                        campaign,
                        "Test",
                        CampaignStatus.PREPARING,
                        "",
                        LANE,
                        "{}",
                        "{}",
                        NOW,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Instant.EPOCH));
        PlanningClaim claim = stores.campaigns().claimPlanning("planner", LEASE).orElseThrow();
        List<Delivery> rows = IntStream.range(first, first + count)
                .mapToObj(id -> delivery(campaign, id))
                .toList();
        stores.deliveries().plan(claim, rows, count, LEASE);
        stores.deliveries().finishPlanning(claim, CampaignStatus.RUNNING, "", NOW);
        stores.lanes().ensure(LANE);
    }

    static Delivery delivery(int id) {
        return delivery(CAMPAIGN, id);
    }

    private static Delivery delivery(CampaignId campaign, int id) {
        return Delivery.builder(TENANT, new DeliveryId(id), campaign)
                .line(id)
                .recipient(Recipient.of(PhoneNumber.parse("+9199" + String.format("%08d", id))))
                .build();
    }

    static Intent intent(Delivery row) {
        return new Intent(
                row.id(), CAMPAIGN, row.attemptNo() + 1, row.recipient().orElseThrow(), true);
    }
}
