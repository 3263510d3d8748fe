package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.store.jdbc.internal.campaign.AudienceTable;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import dev.wakit.store.jdbc.internal.pacing.ZoneTable;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The transactions of planning: every one is fenced by the claim. Thread-safe. */
public final class Planning {

    private final Tables tables;

    /** Over these tables. */
    public Planning(Tables tables) {
        this.tables = tables;
    }

    /** Adds a batch of planned rows; false if the claim is lost. */
    public boolean plan(Handle handle, PlanningClaim claim, List<Delivery> planned, long plannedLine, Duration lease)
            throws SQLException {
        if (!tables.claims().advance(handle, claim, plannedLine, lease)) {
            return false;
        }
        // Behind the lock of the campaign's row, for which who erases a person waits: what it does not see is seen
        // here.
        List<Delivery> rows = tables.erased().cleared(handle, claim.campaign().tenant(), planned);
        DeliveryInserts.load(
                handle, tables.deliveries().dialect(), claim.campaign().lane(), rows);
        ZoneTable.add(
                handle,
                claim.campaign().tenant(),
                claim.campaign().id(),
                rows.stream()
                        .map(Delivery::zone)
                        .filter(zone -> !zone.isEmpty())
                        .toList());
        var delta = new CounterDelta();
        rows.forEach(delta::added);
        tables.counters().add(handle, claim.campaign().tenant(), delta);
        return true;
    }

    /** Ends planning; false if the claim is lost. */
    public boolean finish(Handle handle, PlanningClaim claim, CampaignStatus to, String reason, Instant at) {
        if (!tables.claims().finish(handle, claim, to, reason, at)) {
            return false;
        }
        AudienceTable.delete(handle, claim.campaign().tenant(), claim.campaign().id());
        return true;
    }
}
