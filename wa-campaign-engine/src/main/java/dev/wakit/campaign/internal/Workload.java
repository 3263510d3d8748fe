package dev.wakit.campaign.internal;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignProgress;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.LaneRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What there is to do for this engine, asked from the database. Thread-safe. */
final class Workload {

    private final EngineCore engine;

    Workload(EngineCore engine) {
        this.engine = engine;
    }

    /** Whether nothing is due now. */
    boolean isIdle() {
        Instant now = engine.now();
        return engine.stores().campaigns().due(now, 1).isEmpty()
                && engine.stores().schedules().due(now, 1).isEmpty()
                && engine.stores().campaigns().preparing(1).isEmpty()
                && engine.stores().inbox().backlog() == 0
                && running().stream().noneMatch(row -> isDue(row, now));
    }

    /** How many deliveries of running campaigns and single sends wait. */
    long left() {
        long ofCampaigns = running().stream()
                .filter(row -> !row.isMailbox())
                .mapToLong(row -> progress(row).in(DeliveryState.PENDING))
                .sum();
        // An enqueue counts nothing, so single sends are counted here.
        long single = lanes().mapToLong(lane -> engine.stores().outbox().countPending(lane, Integer.MAX_VALUE))
                .sum();
        return ofCampaigns + single;
    }

    private boolean isDue(CampaignRow row, Instant now) {
        CampaignProgress progress = progress(row);
        // A campaign with nothing left is about to be completed; a mailbox of single sends never is.
        return (progress.remaining() == 0 && !row.isMailbox())
                || progress.in(DeliveryState.SENDING) > 0
                || engine.stores()
                        .deliveries()
                        .nextDue(row.tenant(), row.id())
                        .filter(due -> !due.isAfter(now))
                        .isPresent();
    }

    private CampaignProgress progress(CampaignRow row) {
        List<CampaignId> ids = List.of(row.id());
        return CampaignProgress.of(
                engine.stores().campaigns().counters(row.tenant(), ids).getOrDefault(row.id(), Map.of()));
    }

    private List<CampaignRow> running() {
        // Equal rows are one campaign that several lanes send.
        return lanes().flatMap(lane -> engine.stores().campaigns().running(lane).stream())
                .distinct()
                .toList();
    }

    private Stream<LaneKey> lanes() {
        return engine.stores().lanes().all().stream()
                .map(LaneRow::lane)
                .filter(lane -> engine.provider(lane.provider()).isPresent());
    }
}
