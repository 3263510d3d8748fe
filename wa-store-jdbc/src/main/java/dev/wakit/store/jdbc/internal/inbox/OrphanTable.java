package dev.wakit.store.jdbc.internal.inbox;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.OrphanStatus;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Owner of {@code wa_orphan_status}. Thread-safe. */
public final class OrphanTable {

    private static final String COLUMNS =
            "tenant_id, message_id, provider, status, status_at, error_code, error_title, error_detail, received_at";

    /** The order in which rows are written, so that two transactions never wait for each other. */
    private static final Comparator<OrphanStatus> BY_KEY = Comparator.comparing(
                    (OrphanStatus status) -> status.tenant().value())
            .thenComparing(status -> status.messageId().value())
            .thenComparing(status -> status.provider().value())
            .thenComparing(status -> status.status().name());

    private final Dialect dialect;

    /** For a database. */
    public OrphanTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds statuses; those that are there stay. */
    public void add(Handle handle, Collection<OrphanStatus> statuses) {
        String rows = """
                wa_orphan_status (tenant_id, message_id, provider, status, status_at, error_code, error_title, error_detail,
                    received_at)
                VALUES (:tenant, :messageId, :provider, :status, :at, :errorCode, :errorTitle, :errorDetail, :receivedAt)
                """;
        PreparedBatch batch = handle.prepareBatch(dialect.insertNew(rows, "tenant_id, message_id, provider, status"));
        statuses.stream()
                .sorted(BY_KEY)
                .forEach(status -> key(batch, status)
                        .bind("at", status.at().toEpochMilli())
                        .bind("errorCode", Values.textOrNull(status.errorCode()))
                        .bind("errorTitle", Values.textOrNull(status.errorTitle()))
                        .bind("errorDetail", Values.textOrNull(status.errorDetail()))
                        .bind("receivedAt", status.receivedAt().toEpochMilli())
                        .add());
        batch.execute();
    }

    private static PreparedBatch key(PreparedBatch batch, OrphanStatus status) {
        return batch.bind("tenant", status.tenant().value())
                .bind("messageId", Values.key(status.messageId().value()))
                .bind("provider", status.provider().value())
                .bind("status", status.status().name());
    }

    /** Marks what is kept for these message ids, which a delivery has now. */
    public void mark(Handle handle, TenantId tenant, Collection<String> messageIds) {
        if (messageIds.isEmpty()) {
            return;
        }
        handle.createUpdate("UPDATE wa_orphan_status SET state = 'MATCHED' WHERE tenant_id = :tenant AND "
                        + dialect.inTexts("message_id", "messages"))
                .bind("tenant", tenant.value())
                .bind("messages", dialect.texts(messageIds))
                .execute();
    }

    /** The oldest statuses that were not looked at again. */
    public List<OrphanStatus> unchecked(Handle handle, Instant receivedBefore, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_orphan_status WHERE state = 'NEW' AND received_at < :before
                        ORDER BY received_at LIMIT :limit
                        """)
                .bind("before", receivedBefore.toEpochMilli())
                .bind("limit", limit)
                .map(OrphanTable::map)
                .list();
    }

    /** Notes that statuses were looked at again. */
    public void checked(Handle handle, Collection<OrphanStatus> statuses) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE wa_orphan_status SET state = 'FOREIGN'
                WHERE tenant_id = :tenant AND message_id = :messageId AND provider = :provider AND status = :status
                    AND state = 'NEW'
                """);
        statuses.stream().sorted(BY_KEY).forEach(status -> key(batch, status).add());
        batch.execute();
    }

    /** Kept statuses that are marked. */
    public List<OrphanStatus> matched(Handle handle, Set<ProviderId> providers, int limit) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM wa_orphan_status WHERE state = 'MATCHED' AND %s ORDER BY tenant_id, message_id LIMIT :limit
                        """.formatted(dialect.oneOf("provider", "providers")))
                .bind(
                        "providers",
                        dialect.texts(providers.stream().map(ProviderId::value).toList()))
                .bind("limit", limit)
                .map(OrphanTable::map)
                .list();
    }

    private static OrphanStatus map(ResultSet row, StatementContext context) throws SQLException {
        return new OrphanStatus(
                new TenantId(row.getString("tenant_id")),
                new ProviderId(row.getString("provider")),
                new MessageId(row.getString("message_id")),
                MessageStatus.valueOf(row.getString("status")),
                Values.time(row, "status_at"),
                Values.text(row, "error_code"),
                Values.text(row, "error_title"),
                Values.text(row, "error_detail"),
                Values.time(row, "received_at"));
    }

    /** Removes statuses. */
    public void remove(Handle handle, Collection<OrphanStatus> statuses) {
        PreparedBatch batch = handle.prepareBatch("""
                DELETE FROM wa_orphan_status
                WHERE tenant_id = :tenant AND message_id = :messageId AND provider = :provider AND status = :status
                """);
        statuses.stream().sorted(BY_KEY).forEach(status -> key(batch, status).add());
        batch.execute();
    }

    /** Removes what is kept for these message ids; returns how many. */
    public int removeOf(Handle handle, TenantId tenant, Collection<String> messageIds) {
        PreparedBatch batch = handle.prepareBatch(
                "DELETE FROM wa_orphan_status WHERE tenant_id = :tenant AND message_id = :messageId");
        new TreeSet<>(messageIds)
                .forEach(id -> batch.bind("tenant", tenant.value())
                        .bind("messageId", id)
                        .add());
        return batch.size() == 0 ? 0 : IntStream.of(batch.execute()).sum();
    }

    /** Removes statuses whose message id holds one of these texts; returns how many. Reads all that is kept. */
    public int removeHolding(Handle handle, TenantId tenant, Collection<String> texts) {
        List<String> parts = List.copyOf(texts);
        String holds = IntStream.range(0, parts.size())
                .mapToObj(i -> dialect.contains("message_id", "text" + i))
                .collect(Collectors.joining(" OR "));
        Query query = handle.createQuery(
                "SELECT DISTINCT message_id FROM wa_orphan_status WHERE tenant_id = :tenant AND (" + holds + ")");
        for (int i = 0; i < parts.size(); i++) {
            query.bind("text" + i, parts.get(i));
        }
        return removeOf(
                handle,
                tenant,
                query.bind("tenant", tenant.value()).mapTo(String.class).list());
    }

    /** How many are kept. */
    public long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM wa_orphan_status")
                .mapTo(Long.class)
                .one();
    }

    /** Deletes what was received before a time. */
    public int purge(Handle handle, Instant olderThan) {
        return handle.createUpdate("DELETE FROM wa_orphan_status WHERE received_at < :olderThan")
                .bind("olderThan", olderThan.toEpochMilli())
                .execute();
    }
}
