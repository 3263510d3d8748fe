package dev.wakit.samples.server.setting;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.worker.Quarantine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sends, and whether anybody may. */
public record WorkersView(
        List<WorkerView> workers, @Nullable QuarantineView quarantine) {

    /** As an engine's database shows it. */
    public static WorkersView of(CampaignEngine engine) {
        return new WorkersView(
                WorkerView.of(engine),
                engine.quarantine().map(QuarantineView::of).orElse(null));
    }

    /** A quarantine as pages show it. */
    public record QuarantineView(String reason, String beganAt, String until) {

        private static QuarantineView of(Quarantine quarantine) {
            return new QuarantineView(
                    quarantine.reason(),
                    quarantine.beganAt().toString(),
                    quarantine.until().toString());
        }
    }
}
