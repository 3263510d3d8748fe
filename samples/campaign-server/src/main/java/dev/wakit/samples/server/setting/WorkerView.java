package dev.wakit.samples.server.setting;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.worker.WorkerStatus;
import java.util.List;

/** A worker as pages show it. */
public record WorkerView(
        String worker,
        String host,
        long pid,
        String version,
        String startedAt,
        String heartbeatAt,
        int lanes,
        String state,
        boolean stale) {

    static List<WorkerView> of(CampaignEngine engine) {
        return engine.workers().stream().map(WorkerView::of).toList();
    }

    private static WorkerView of(WorkerStatus status) {
        return new WorkerView(
                status.worker(),
                status.host(),
                status.pid(),
                status.version(),
                status.startedAt().toString(),
                status.heartbeatAt().toString(),
                status.lanes(),
                status.state().name(),
                status.isStale());
    }
}
