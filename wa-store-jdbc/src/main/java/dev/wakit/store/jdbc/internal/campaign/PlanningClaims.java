package dev.wakit.store.jdbc.internal.campaign;

import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of the {@code plan_} columns of {@code wa_campaign}: who plans, with which epoch, how far. Thread-safe. */
public final class PlanningClaims {

    private static final String FENCE = """
             WHERE tenant_id = :tenant AND id = :id AND status = 'PREPARING'
            AND plan_owner = :worker AND plan_epoch = :epoch
            """;

    private final Dialect dialect;

    /** For a database. */
    public PlanningClaims(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Claims the oldest PREPARING campaign that is free. */
    public Optional<PlanningClaim> claim(Handle handle, String worker, Duration lease) {
        long now = dialect.now(handle);
        return free(handle, worker, now).map(claim -> {
            handle.createUpdate("""
                            UPDATE wa_campaign
                            SET plan_owner = :worker, plan_epoch = :epoch, plan_lease_until = :until
                            WHERE tenant_id = :tenant AND id = :id
                            """)
                    .bind("worker", worker)
                    .bind("epoch", claim.epoch())
                    .bind("until", now + lease.toMillis())
                    .bind("tenant", claim.campaign().tenant().value())
                    .bind("id", claim.campaign().id().value())
                    .execute();
            return claim;
        });
    }

    private Optional<PlanningClaim> free(Handle handle, String worker, long now) {
        return handle.createQuery("SELECT plan_epoch, planned_line, " + CampaignTable.COLUMNS
                        + """
                         FROM wa_campaign
                        WHERE status = 'PREPARING' AND (plan_owner IS NULL OR plan_lease_until < :now)
                        ORDER BY id LIMIT 1
                        """
                        + dialect.forUpdateSkipLocked())
                .bind("now", now)
                .map((row, context) -> {
                    CampaignRow campaign = CampaignTable.map(row, context);
                    return new PlanningClaim(
                            campaign, worker, row.getLong("plan_epoch") + 1, row.getLong("planned_line"));
                })
                .findOne();
    }

    /** Notes how far planning got and prolongs the claim; false if it is lost. */
    public boolean advance(Handle handle, PlanningClaim claim, long plannedLine, Duration lease) {
        String sql = "UPDATE wa_campaign SET planned_line = :line, plan_lease_until = :until" + FENCE;
        return fenced(handle, claim, sql)
                        .bind("line", plannedLine)
                        .bind("until", dialect.now(handle) + lease.toMillis())
                        .execute()
                == 1;
    }

    /** Moves the campaign on and gives the claim back; false if it is lost. */
    public boolean finish(Handle handle, PlanningClaim claim, CampaignStatus to, String reason, Instant at) {
        String sql = """
                UPDATE wa_campaign
                SET status = :to, reason = :reason, finished_at = :finishedAt, plan_owner = NULL, plan_lease_until = NULL
                """ + FENCE;
        return fenced(handle, claim, sql)
                        .bind("to", to.name())
                        .bind("reason", reason)
                        .bind("finishedAt", to.isFinished() ? at.toEpochMilli() : null)
                        .execute()
                == 1;
    }

    private static Update fenced(Handle handle, PlanningClaim claim, String sql) {
        return handle.createUpdate(sql)
                .bind("tenant", claim.campaign().tenant().value())
                .bind("id", claim.campaign().id().value())
                .bind("worker", claim.worker())
                .bind("epoch", claim.epoch());
    }
}
