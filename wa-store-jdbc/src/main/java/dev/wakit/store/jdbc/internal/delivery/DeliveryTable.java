package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.ReadCursor;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Reads and locks {@code wa_delivery}; {@link DeliveryWrites} writes it. Locks are taken in the order of ids. Thread-safe. */
public final class DeliveryTable {

    private static final String SENDING = "wa_delivery_sending_idx";
    private static final String PENDING = "wa_delivery_pending_idx";
    private static final String BY_STATE = "wa_delivery_ended_idx";

    private final Dialect dialect;

    /** For a database. */
    public DeliveryTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** One delivery. */
    public Optional<Delivery> find(Handle handle, TenantId tenant, DeliveryId id) {
        return handle.createQuery(
                        "SELECT " + DeliveryMapper.WHOLE + " FROM wa_delivery WHERE tenant_id = :tenant AND id = :id")
                .bind("tenant", tenant.value())
                .bind("id", id.value())
                .map(DeliveryMapper::whole)
                .findOne();
    }

    /** A page of a campaign. */
    public List<Delivery> list(Handle handle, TenantId tenant, CampaignId campaign, DeliveryQuery query) {
        // One person has a handful of rows: the plus keeps SQLite from walking the campaign in the order of ids for
        // them.
        String id = query.recipientKey().isEmpty() ? "id" : "+id";
        var sql = new StringBuilder("SELECT " + DeliveryMapper.WHOLE)
                .append(" FROM wa_delivery")
                .append(query.states().size() == 1 && query.recipientKey().isEmpty() ? dialect.along(BY_STATE) : "")
                .append(" WHERE tenant_id = :tenant AND campaign_id = :campaign AND ")
                .append(id)
                .append(" > :after");
        if (query.states().size() == 1) {
            sql.append(" AND ").append(is(query.states().iterator().next()));
        } else if (!query.states().isEmpty()) {
            sql.append(" AND ").append(dialect.oneOf("state", "states"));
        }
        if (!query.errorCode().isEmpty()) {
            sql.append(" AND error_code = :code");
        }
        if (!query.recipientKey().isEmpty()) {
            sql.append(" AND recipient_key = :key");
        }
        sql.append(" ORDER BY ").append(id).append(" LIMIT :limit");
        Query page = handle.createQuery(sql.toString());
        bind(page, query);
        return page.bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .map(DeliveryMapper::whole)
                .list();
    }

    // A literal, because a partial index serves only a query that shows to stay within it.
    private static String is(DeliveryState state) {
        return "state = '" + state.name() + "'";
    }

    private void bind(Query page, DeliveryQuery query) {
        page.bind("after", query.after().value()).bind("limit", query.limit());
        if (query.states().size() > 1) {
            page.bind(
                    "states",
                    dialect.texts(query.states().stream().map(Enum::name).toList()));
        }
        if (!query.errorCode().isEmpty()) {
            page.bind("code", query.errorCode());
        }
        if (!query.recipientKey().isEmpty()) {
            page.bind("key", query.recipientKey());
        }
    }

    /** The latest delivery that a person may be answering. */
    public Optional<Delivery> latestTo(Handle handle, TenantId tenant, String recipientKey, CampaignId createdSince) {
        return handle.createQuery("SELECT " + DeliveryMapper.WHOLE + """
                         FROM wa_delivery
                        WHERE tenant_id = :tenant AND recipient_key = :key
                        AND (campaign_id >= :since OR content IS NOT NULL AND id >= :since)
                        AND state IN ('SENDING', 'ACCEPTED', 'HELD', 'SENT', 'DELIVERED', 'READ', 'UNCERTAIN', 'UNKNOWN')
                        ORDER BY COALESCE(intent_at, 0) DESC, id DESC LIMIT 1
                        """)
                .bind("tenant", tenant.value())
                .bind("key", recipientKey)
                .bind("since", createdSince.value())
                .map(DeliveryMapper::whole)
                .findOne();
    }

    /** Which of these people have a planned delivery. */
    public Set<String> planned(Handle handle, TenantId tenant, CampaignId campaign, Collection<String> keys) {
        return new HashSet<>(handle.createQuery(planned(dialect))
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("keys", dialect.texts(keys))
                .mapTo(String.class)
                .list());
    }

    /** The query of planned people, for the test of its plan. */
    public static String planned(Dialect dialect) {
        return dialect.eachOf(
                "wa_delivery",
                "tenant_id = :tenant AND recipient_key IS NOT NULL",
                List.of("recipient_key", "campaign_id", "dedupe"),
                "keys",
                List.of(":campaign", "0"));
    }

    /**
     * PENDING rows that are due, after a cursor.
     *
     * <p>The cursor is a condition on the index: without it, PostgreSQL walks over the dead entries of every row sent before.
     */
    public List<Delivery> readAhead(
            Handle handle,
            LaneLease lease,
            CampaignId campaign,
            String zone,
            Instant now,
            ReadCursor after,
            int limit) {
        return handle.createQuery(readAhead(dialect))
                .bind("zone", zone)
                .bind("tenant", lease.lane().tenant().value())
                .bind("campaign", campaign.value())
                .bind("lane", lease.lane().lane())
                .bind("now", now.toEpochMilli())
                .bind("afterTime", after.notBefore().toEpochMilli())
                .bind("afterId", after.delivery().value())
                .bind("limit", limit)
                .map(DeliveryMapper::whole)
                .list();
    }

    /** The query of a read-ahead, for the test of its plan. */
    public static String readAhead(Dialect dialect) {
        return "SELECT " + DeliveryMapper.WHOLE
                + """
                 FROM wa_delivery%s
                WHERE tenant_id = :tenant AND campaign_id = :campaign AND zone = :zone AND state = 'PENDING'
                AND lane = :lane AND not_before <= :now AND %s
                ORDER BY not_before, id LIMIT :limit
                """.formatted(dialect.within(PENDING), dialect.isAfter("not_before", "id", "afterTime", "afterId"));
    }

    /** When the first row that waits is due. */
    public Optional<Instant> nextDue(Handle handle, TenantId tenant, CampaignId campaign) {
        return handle.createQuery("""
                        SELECT not_before FROM wa_delivery%s
                        WHERE tenant_id = :tenant AND campaign_id = :campaign AND state = 'PENDING'
                        ORDER BY not_before, id LIMIT 1
                        """.formatted(dialect.within(PENDING)))
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Whether anything is left to send. */
    public boolean isAnyOpen(Handle handle, TenantId tenant, CampaignId campaign) {
        return anyOpen(dialect).stream()
                .anyMatch(query -> handle.createQuery(query)
                        .bind("tenant", tenant.value())
                        .bind("campaign", campaign.value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /**
     * The queries whether anything of a campaign is PENDING, and whether anything is SENDING, for the test of their plans. Each state has
     * its own index. Few rows are SENDING in all campaigns together: the plus keeps databases from walking the campaign for them.
     */
    public static List<String> anyOpen(Dialect dialect) {
        return List.of(
                "SELECT 1 FROM wa_delivery" + dialect.within(PENDING)
                        + " WHERE tenant_id = :tenant AND campaign_id = :campaign AND state = 'PENDING'"
                        + " ORDER BY lane, zone, not_before, id LIMIT 1",
                "SELECT 1 FROM wa_delivery" + dialect.within(SENDING)
                        + " WHERE tenant_id = :tenant AND +campaign_id = :campaign AND state = 'SENDING' LIMIT 1");
    }

    /**
     * Makes PENDING deliveries due that wait until an entry for now ends, or, with its own error code, until an earlier entry of the
     * same person would have. Their time becomes the entry's begin, so that they still are a further try and no new row.
     */
    public void endQuietWait(Handle handle, TenantId tenant, Suppression entry) {
        handle.createUpdate("""
                        UPDATE wa_delivery SET not_before = :since
                        WHERE tenant_id = :tenant AND recipient_key = :key AND state = 'PENDING'
                            AND (not_before = :until OR error_code = :code AND not_before > :since AND not_before < :until)
                        """)
                .bind("since", entry.at().toEpochMilli())
                .bind("tenant", tenant.value())
                .bind("key", entry.recipientKey())
                .bind("until", entry.until().toEpochMilli())
                .bind("code", entry.reason().split(" ", 2)[0])
                .execute();
    }

    /** Locks rows and reads their facts. */
    List<Delivery> lock(Handle handle, TenantId tenant, Collection<DeliveryId> ids) {
        return lock(handle, DeliveryMapper.FACTS, DeliveryMapper::facts, tenant, ids);
    }

    /** Locks rows and reads all of them. */
    List<Delivery> lockWhole(Handle handle, TenantId tenant, Collection<DeliveryId> ids) {
        return lock(handle, DeliveryMapper.WHOLE, DeliveryMapper::whole, tenant, ids);
    }

    private List<Delivery> lock(
            Handle handle, String columns, RowMapper<Delivery> mapper, TenantId tenant, Collection<DeliveryId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle.createQuery("SELECT " + columns + " FROM wa_delivery WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("id", "ids") + " ORDER BY id" + dialect.forUpdate())
                .bind("tenant", tenant.value())
                .bind("ids", dialect.numbers(ids.stream().map(DeliveryId::value).toList()))
                .map(mapper)
                .list();
    }

    /** Locks what is in flight on a lane under an older epoch, or since before a time. */
    List<Delivery> lockInFlight(Handle handle, LaneLease lease, Instant intentBefore) {
        return handle.createQuery("SELECT " + DeliveryMapper.FACTS + " FROM wa_delivery"
                        + dialect.within(SENDING) + """
                         WHERE tenant_id = :tenant AND lane = :lane AND state = 'SENDING'
                        AND (lane_epoch < :epoch OR intent_at < :before)
                        ORDER BY id
                        """ + dialect.forUpdate())
                .bind("tenant", lease.lane().tenant().value())
                .bind("lane", lease.lane().lane())
                .bind("epoch", lease.epoch())
                .bind("before", intentBefore.toEpochMilli())
                .map(DeliveryMapper::facts)
                .list();
    }

    /**
     * Locks FAILED rows of a campaign, after an id; fewer than the limit only if there are no more.
     *
     * <p>PostgreSQL drops rows from a locked page that changed while it waited for them, so the ids are read first.
     */
    List<Delivery> lockFailed(Handle handle, TenantId tenant, CampaignId campaign, DeliveryId after, int limit) {
        var locked = new ArrayList<Delivery>();
        DeliveryId last = after;
        while (locked.size() < limit) {
            List<DeliveryId> ids = failed(handle, tenant, campaign, last, limit - locked.size());
            if (ids.isEmpty()) {
                break;
            }
            lock(handle, tenant, ids).stream()
                    .filter(row -> row.state() == DeliveryState.FAILED)
                    .forEach(locked::add);
            last = ids.get(ids.size() - 1);
        }
        return locked;
    }

    private List<DeliveryId> failed(Handle handle, TenantId tenant, CampaignId campaign, DeliveryId after, int limit) {
        return handle.createQuery(failed(dialect))
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("after", after.value())
                .bind("limit", limit)
                .map((row, context) -> new DeliveryId(row.getLong("id")))
                .list();
    }

    /** The query of FAILED rows, for the test of its plan. */
    public static String failed(Dialect dialect) {
        return """
                SELECT id FROM wa_delivery%s
                WHERE tenant_id = :tenant AND campaign_id = :campaign AND %s AND id > :after
                ORDER BY id LIMIT :limit
                """.formatted(dialect.along(BY_STATE), is(DeliveryState.FAILED));
    }

    /**
     * Locks PENDING rows of a campaign, in no order of their own; none only if there are no more. What changed while it waited for them
     * is left out, so the ids are read again until something is left.
     */
    List<Delivery> lockPending(Handle handle, TenantId tenant, CampaignId campaign, int limit) {
        while (true) {
            List<DeliveryId> ids = pending(handle, tenant, campaign, limit);
            List<Delivery> locked = lock(handle, tenant, ids).stream()
                    .filter(row -> row.state() == DeliveryState.PENDING)
                    .toList();
            if (!locked.isEmpty() || ids.isEmpty()) {
                return locked;
            }
        }
    }

    private List<DeliveryId> pending(Handle handle, TenantId tenant, CampaignId campaign, int limit) {
        return handle.createQuery("""
                        SELECT id FROM wa_delivery%s
                        WHERE tenant_id = :tenant AND campaign_id = :campaign AND state = 'PENDING'
                        ORDER BY lane, zone, not_before, id LIMIT :limit
                        """.formatted(dialect.within(PENDING)))
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("limit", limit)
                .map((row, context) -> new DeliveryId(row.getLong("id")))
                .list();
    }

    /** Which deliveries have these message ids now. Locks nothing. */
    // The plus keeps SQLite from walking the primary key for the sake of the order.
    List<MessageHit> byMessage(Handle handle, TenantId tenant, Collection<String> messageIds) {
        return handle.createQuery("""
                        SELECT message_id, id, attempt_no FROM wa_delivery
                        WHERE tenant_id = :tenant AND message_id IS NOT NULL AND %s
                        ORDER BY +id
                        """.formatted(dialect.inTexts("message_id", "messages")))
                .bind("tenant", tenant.value())
                .bind("messages", dialect.texts(messageIds))
                .map((row, context) -> new MessageHit(
                        row.getString("message_id"), new DeliveryId(row.getLong("id")), row.getInt("attempt_no")))
                .list();
    }

    /** Adds single sends of a lane, which nobody else knows yet. */
    public void add(Handle handle, LaneKey lane, Collection<Delivery> rows) {
        DeliveryInserts.add(handle, lane, rows);
    }

    /** How many single sends of a lane are PENDING, up to a number. */
    public long countPendingSingles(Handle handle, LaneKey lane, long atMost) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM (
                            SELECT d.id FROM wa_campaign c
                            JOIN wa_delivery d ON d.tenant_id = c.tenant_id AND d.campaign_id = c.id AND d.state = 'PENDING'
                            WHERE c.tenant_id = :tenant AND c.lane = :lane AND c.mailbox IS NOT NULL
                            LIMIT :atMost) AS waiting
                        """)
                .bind("tenant", lane.tenant().value())
                .bind("lane", lane.lane())
                .bind("atMost", atMost)
                .mapTo(Long.class)
                .one();
    }

    /** Which of these people reached one of the caps. */
    public Set<String> capped(
            Handle handle, TenantId tenant, Collection<String> keys, List<FrequencyCap> caps, Instant now) {
        var capped = new HashSet<String>();
        caps.forEach(cap -> CapCounts.count(handle, dialect, tenant, keys, cap, now)
                .forEach((key, messages) -> {
                    if (messages >= cap.max()) {
                        capped.add(key);
                    }
                }));
        return capped;
    }

    Dialect dialect() {
        return dialect;
    }

    /** Rows of a mailbox that have an end, and of which nothing was heard since a time. Locks nothing. */
    List<DeliveryId> ended(
            Handle handle, TenantId tenant, CampaignId mailbox, DeliveryId below, Instant before, int limit) {
        return handle.createQuery("""
                        SELECT id FROM wa_delivery
                        WHERE tenant_id = :tenant AND campaign_id = :mailbox AND id < :below
                        AND state NOT IN ('PENDING', 'SENDING', 'UNCERTAIN') AND not_before < :before
                        AND COALESCE(intent_at, 0) < :before AND COALESCE(accepted_at, 0) < :before
                        AND COALESCE(sent_at, 0) < :before AND COALESCE(delivered_at, 0) < :before
                        AND COALESCE(read_at, 0) < :before AND COALESCE(played_at, 0) < :before
                        AND COALESCE(failed_at, 0) < :before AND COALESCE(replied_at, 0) < :before
                        AND COALESCE(uncertain_at, 0) < :before
                        ORDER BY id LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("mailbox", mailbox.value())
                .bind("below", below.value())
                .bind("before", before.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> new DeliveryId(row.getLong("id")))
                .list();
    }

    /** Deletes rows that are locked, one by one in a batch: MariaDB before 11.1 reads the whole table for a list. */
    void delete(Handle handle, TenantId tenant, Collection<DeliveryId> ids) {
        PreparedBatch batch = handle.prepareBatch("DELETE FROM wa_delivery WHERE tenant_id = :tenant AND id = :id");
        ids.forEach(id ->
                batch.bind("tenant", tenant.value()).bind("id", id.value()).add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Deletes the rows of a campaign. */
    public void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        DeliveryWrites.delete(handle, tenant, campaign);
    }
}
