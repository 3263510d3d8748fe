package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.MergeResult;
import dev.wakit.campaign.store.Merger;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.campaign.store.PlanningClaim;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.campaign.store.RetriedPage;
import dev.wakit.campaign.store.UncertainGroup;
import dev.wakit.campaign.store.UncertainQuery;
import dev.wakit.store.jdbc.internal.delivery.LaneMoves;
import dev.wakit.store.jdbc.internal.delivery.Merge;
import dev.wakit.store.jdbc.internal.delivery.Outcomes;
import dev.wakit.store.jdbc.internal.delivery.Planning;
import dev.wakit.store.jdbc.internal.delivery.Sending;
import dev.wakit.store.jdbc.internal.delivery.Sweeps;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.delivery.UncertainRows;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.TableGrowth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Deliveries over JDBC. Thread-safe. */
public final class JdbcDeliveryStore implements DeliveryStore {

    private final Database database;
    private final Tables tables;
    private final Planning planning;
    private final Sending sending;
    private final Outcomes outcomes;
    private final Merge merge;
    private final Sweeps sweeps;
    private final UncertainRows uncertain;
    private final LaneMoves moves;
    private final TableGrowth growth;

    /** Over a database. */
    public JdbcDeliveryStore(Database database, Tables tables, TableGrowth growth) {
        this.database = database;
        this.tables = tables;
        this.planning = new Planning(tables);
        this.sending = new Sending(tables);
        this.outcomes = new Outcomes(tables);
        this.merge = new Merge(tables);
        this.sweeps = new Sweeps(tables);
        this.uncertain = new UncertainRows(database.dialect());
        this.moves = new LaneMoves(database.dialect());
        this.growth = growth;
    }

    @Override
    public Set<String> planned(TenantId tenant, CampaignId campaign, Collection<String> recipientKeys) {
        if (recipientKeys.isEmpty()) {
            return Set.of();
        }
        return database.read(
                "find planned people", handle -> tables.deliveries().planned(handle, tenant, campaign, recipientKeys));
    }

    @Override
    public boolean plan(PlanningClaim claim, List<Delivery> rows, long plannedLine, Duration lease) {
        boolean isPlanned =
                database.write("plan deliveries", handle -> planning.plan(handle, claim, rows, plannedLine, lease));
        if (isPlanned) {
            growth.added(rows.size());
        }
        return isPlanned;
    }

    @Override
    public boolean finishPlanning(PlanningClaim claim, CampaignStatus to, String reason, Instant at) {
        return database.write("finish planning", handle -> planning.finish(handle, claim, to, reason, at));
    }

    @Override
    public List<Delivery> readAhead(
            LaneLease lease, CampaignId campaign, String zone, Instant now, ReadCursor after, int limit) {
        return database.read(
                "read ahead",
                handle -> tables.deliveries().readAhead(handle, lease, campaign, zone, now, after, limit));
    }

    @Override
    public Optional<Instant> nextDue(TenantId tenant, CampaignId campaign) {
        return database.read(
                "find the next delivery", handle -> tables.deliveries().nextDue(handle, tenant, campaign));
    }

    @Override
    public IntentResult commitIntents(LaneLease lease, List<Intent> intents, IntentLimits limits, Instant now) {
        return database.write("commit intents", handle -> sending.commit(handle, lease, intents, limits, now));
    }

    @Override
    public Set<DeliveryId> reread(LaneLease lease, List<Intent> intents) {
        return database.write("read intents again", handle -> sending.reread(handle, lease, intents));
    }

    @Override
    public Set<DeliveryId> recordOutcomes(LaneLease lease, List<OutcomeWrite> batch) {
        return database.write("record outcomes", handle -> outcomes.record(handle, lease, batch));
    }

    @Override
    public int giveBack(LaneLease lease, List<Intent> intents, Instant now) {
        return database.write("give intents back", handle -> sending.giveBack(handle, lease, intents, now));
    }

    @Override
    public int interrupt(LaneLease lease, Instant intentBefore, Instant now) {
        return database.write("mark interrupted sends", handle -> sweeps.interrupt(handle, lease, intentBefore, now));
    }

    @Override
    public List<UncertainGroup> uncertainGroups(int limit) {
        return database.read("find uncertain deliveries", handle -> uncertain.groups(handle, limit));
    }

    @Override
    public List<Delivery> uncertain(UncertainQuery query) {
        return database.read("list uncertain deliveries", handle -> uncertain.list(handle, query));
    }

    @Override
    public MergeResult merge(TenantId tenant, List<DeliveryRef> refs, Merger merger, Instant now) {
        if (refs.isEmpty()) {
            return MergeResult.nothing();
        }
        return database.write("merge evidence", handle -> merge.run(handle, tenant, refs, merger, now));
    }

    @Override
    public int cancelPending(TenantId tenant, CampaignId campaign, int limit, Instant now) {
        return database.write("cancel deliveries", handle -> sweeps.cancel(handle, tenant, campaign, limit));
    }

    @Override
    public int skipPending(TenantId tenant, CampaignId campaign, SkipReason reason, int limit, Instant now) {
        return database.write("skip deliveries", handle -> sweeps.skip(handle, tenant, campaign, reason, limit));
    }

    @Override
    public Optional<RetriedPage> retryFailed(
            TenantId tenant, CampaignId campaign, DeliveryId after, int limit, Instant now) {
        return database.write("retry deliveries", handle -> sweeps.retry(handle, tenant, campaign, after, limit, now));
    }

    @Override
    public int moveLane(TenantId tenant, CampaignId campaign, LaneKey from, int limit, Function<String, LaneKey> to) {
        List<Long> waiting = database.read(
                "find deliveries to move", handle -> moves.waiting(handle, tenant, campaign, from, limit));
        return waiting.isEmpty()
                ? 0
                : database.write(
                        "move deliveries to other senders", handle -> moves.move(handle, tenant, from, waiting, to));
    }

    @Override
    public Set<LaneKey> lanesWaiting(TenantId tenant, CampaignId campaign, Instant now) {
        return database.read("find lanes with deliveries", handle -> moves.lanesWaiting(handle, tenant, campaign, now));
    }

    @Override
    public Map<String, LaneKey> latestLanes(
            TenantId tenant, Collection<String> recipientKeys, Collection<LaneKey> among) {
        return recipientKeys.isEmpty() || among.isEmpty()
                ? Map.of()
                : database.read(
                        "find the latest senders", handle -> moves.latest(handle, tenant, recipientKeys, among));
    }

    @Override
    public Optional<Delivery> find(TenantId tenant, DeliveryId id) {
        return database.read("find a delivery", handle -> tables.deliveries().find(handle, tenant, id));
    }

    @Override
    public List<Delivery> list(TenantId tenant, CampaignId campaign, DeliveryQuery query) {
        return database.read("list deliveries", handle -> tables.deliveries().list(handle, tenant, campaign, query));
    }

    @Override
    public List<PastAttempt> pastAttempts(TenantId tenant, DeliveryId id) {
        return database.read("list attempts", handle -> tables.pastAttempts().list(handle, tenant, id));
    }

    @Override
    public Optional<Delivery> latestTo(TenantId tenant, String recipientKey, CampaignId createdSince) {
        return database.read(
                "find the latest delivery to a person",
                handle -> tables.deliveries().latestTo(handle, tenant, recipientKey, createdSince));
    }
}
