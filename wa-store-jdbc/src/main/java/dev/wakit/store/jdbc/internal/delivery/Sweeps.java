package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.store.RetriedPage;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The transactions that move whole groups of rows from one state to another. Thread-safe. */
public final class Sweeps {

    private static final String REOPENED = "Failed deliveries are tried again";
    private static final Set<CampaignStatus> RETRIED =
            Set.of(CampaignStatus.RUNNING, CampaignStatus.PAUSED, CampaignStatus.COMPLETED, CampaignStatus.FAILED);

    private final Tables tables;

    /** Over these tables. */
    public Sweeps(Tables tables) {
        this.tables = tables;
    }

    /** Marks what an earlier owner left in flight, and what is in flight for too long. */
    public int interrupt(Handle handle, LaneLease lease, Instant intentBefore, Instant now) {
        if (!tables.lanes().isHeld(handle, lease)) {
            return 0;
        }
        List<Delivery> rows = tables.deliveries().lockInFlight(handle, lease, intentBefore);
        return write(
                handle,
                lease.lane().tenant(),
                rows,
                row -> row.toBuilder()
                        .state(DeliveryState.UNCERTAIN)
                        .uncertainAt(now)
                        .error(null, reason(row, lease))
                        .build());
    }

    private static String reason(Delivery row, LaneLease lease) {
        return row.laneEpoch() < lease.epoch()
                ? "Its worker stopped before the answer was recorded."
                : "No answer was recorded in time.";
    }

    /** Moves PENDING rows to CANCELLED. */
    public int cancel(Handle handle, TenantId tenant, CampaignId campaign, int limit) {
        return write(
                handle,
                tenant,
                pending(handle, tenant, campaign, limit),
                row -> row.toBuilder().state(DeliveryState.CANCELLED).build());
    }

    /** Moves PENDING rows to SKIPPED. */
    public int skip(Handle handle, TenantId tenant, CampaignId campaign, SkipReason reason, int limit) {
        return write(
                handle,
                tenant,
                pending(handle, tenant, campaign, limit),
                row -> row.toBuilder().skipped(reason, null).build());
    }

    private List<Delivery> pending(Handle handle, TenantId tenant, CampaignId campaign, int limit) {
        return tables.deliveries().lockPending(handle, tenant, campaign, limit);
    }

    private int write(Handle handle, TenantId tenant, List<Delivery> rows, UnaryOperator<Delivery> change) {
        var changes = new Changes(tenant, tables.deliveries().dialect());
        rows.forEach(row -> changes.add(row, change.apply(row)));
        changes.write(handle, tables.pastAttempts(), tables.counters());
        return changes.size();
    }

    /**
     * Moves FAILED rows back to PENDING, and their campaign with them if it was COMPLETED: a process that dies after this must not
     * leave rows that nobody looks for.
     */
    public Optional<RetriedPage> retry(
            Handle handle, TenantId tenant, CampaignId campaign, DeliveryId after, int limit, Instant now) {
        boolean takesRetries = tables.campaigns().hold(handle, tenant, Set.of(campaign)).values().stream()
                .anyMatch(RETRIED::contains);
        if (!takesRetries) {
            return Optional.empty();
        }
        List<Delivery> rows = tables.deliveries().lockFailed(handle, tenant, campaign, after, limit);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var changes = new Changes(tenant, tables.deliveries().dialect());
        for (Delivery row : rows) {
            changes.add(row, again(row, now));
            if (row.attemptNo() > 0) {
                changes.add(ended(row, now));
            }
        }
        changes.writeRows(handle, tables.pastAttempts());
        tables.campaigns().reopen(handle, tenant, Set.of(campaign), REOPENED, now);
        tables.counters().add(handle, tenant, changes.delta());
        return Optional.of(new RetriedPage(rows.get(rows.size() - 1).id(), rows.size()));
    }

    private static Delivery again(Delivery row, Instant now) {
        return row.toBuilder()
                .state(DeliveryState.PENDING)
                .notBefore(now)
                .tries(0)
                .messageId(null)
                .uncertainAt(null)
                .build();
    }

    private static PastAttempt ended(Delivery row, Instant now) {
        return new PastAttempt(
                row.id(),
                row.attemptNo(),
                row.messageId().map(MessageId::value).orElse(""),
                row.errorCode().orElse(""),
                row.errorText().orElse(""),
                row.failedAt().orElse(now));
    }
}
