package dev.wakit.store.jdbc.internal.inbox;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.InboxAge;
import dev.wakit.campaign.store.InboxEntry;
import dev.wakit.provider.ProviderId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.Values;
import dev.wakit.webhook.WebhookRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Owner of {@code wa_inbox}: entries are WAITING, PARKED or DONE. Thread-safe.
 *
 * <p>Entries are changed one by one in batches: MariaDB before 11.1 reads the whole table for an UPDATE with a list.
 */
public final class InboxTable {

    /** So many tries make an entry one that is claimed alone. */
    private static final int SUSPECT = 2;

    private final Dialect dialect;

    /** For a database. */
    public InboxTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds an entry that is due at once. */
    public void append(Handle handle, InboxEntry entry) {
        WebhookRequest request = entry.request();
        handle.createUpdate("""
                        INSERT INTO wa_inbox (tenant_id, id, provider, method, target, headers, body, received_at, state,
                            due_at, tries)
                        VALUES (:tenant, :id, :provider, :method, :target, :headers, :body, :receivedAt, 'WAITING',
                            :receivedAt, :tries)
                        """)
                .bind("tenant", entry.tenant().value())
                .bind("id", entry.id())
                .bind("provider", entry.provider().value())
                .bind("method", request.method())
                .bind("target", request.target())
                .bind("headers", Json.write(request.headers()))
                .bind("body", request.body())
                .bind("receivedAt", entry.receivedAt().toEpochMilli())
                .bind("tries", entry.tries())
                .execute();
    }

    /**
     * Claims entries that are due and hides them.
     *
     * <p>An entry that another worker claimed and never settled counts one more try: a body that kills its worker is parked some day.
     * Those that were claimed together with it are not, because each of them is claimed alone once it is suspected.
     */
    public List<InboxEntry> claim(
            Handle handle, String worker, Set<ProviderId> providers, int limit, Instant now, Duration hideFor) {
        List<InboxEntry> entries = together(due(handle, providers, limit, now));
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE wa_inbox
                SET due_at = :until, tries = tries + CASE WHEN owner IS NULL THEN 0 ELSE 1 END, owner = :worker
                WHERE id = :id
                """);
        entries.forEach(entry -> batch.bind("until", now.plus(hideFor).toEpochMilli())
                .bind("worker", worker)
                .bind("id", entry.id())
                .add());
        execute(batch);
        return entries;
    }

    /** The oldest entry alone if it is suspected, else all up to the first one that is. */
    private static List<InboxEntry> together(List<InboxEntry> due) {
        List<InboxEntry> innocent =
                due.stream().takeWhile(entry -> entry.tries() < SUSPECT).toList();
        return innocent.isEmpty() ? due.stream().limit(1).toList() : innocent;
    }

    private List<InboxEntry> due(Handle handle, Set<ProviderId> providers, int limit, Instant now) {
        return handle.createQuery("""
                        SELECT tenant_id, id, provider, method, target, headers, body, received_at,
                            tries + CASE WHEN owner IS NULL THEN 0 ELSE 1 END AS tries
                        FROM wa_inbox WHERE state = 'WAITING' AND due_at <= :now AND %s
                        ORDER BY due_at, id LIMIT :limit
                        """.formatted(dialect.oneOf("provider", "providers")) + dialect.forUpdateSkipLocked())
                .bind(
                        "providers",
                        dialect.texts(providers.stream().map(ProviderId::value).toList()))
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map(InboxTable::map)
                .list();
    }

    private static InboxEntry map(ResultSet row, StatementContext context) throws SQLException {
        var request = WebhookRequest.of(
                row.getString("method"),
                row.getString("target"),
                Json.readTexts(row.getString("headers")),
                row.getBytes("body"));
        return new InboxEntry(
                new TenantId(row.getString("tenant_id")),
                row.getLong("id"),
                new ProviderId(row.getString("provider")),
                request,
                Values.time(row, "received_at"),
                row.getInt("tries"));
    }

    /** Makes a worker's own claims due, as if they had not been made. */
    public int giveBack(Handle handle, String worker, Instant now) {
        return handle.createUpdate("""
                        UPDATE wa_inbox SET due_at = :now, owner = NULL
                        WHERE state = 'WAITING' AND owner = :worker
                        """)
                .bind("now", now.toEpochMilli())
                .bind("worker", worker)
                .execute();
    }

    /** Settles entries, in the order of ids, so that two workers never wait for each other. */
    public void done(Handle handle, Collection<Long> ids, Instant now) {
        PreparedBatch batch = handle.prepareBatch(
                "UPDATE wa_inbox SET state = 'DONE', settled_at = :now WHERE state <> 'DONE' AND id = :id");
        new TreeSet<>(ids)
                .forEach(id ->
                        batch.bind("now", now.toEpochMilli()).bind("id", id).add());
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Puts an entry back after a failed try. */
    public void retry(Handle handle, long id, Instant dueAt, String error) {
        handle.createUpdate("""
                        UPDATE wa_inbox SET due_at = :dueAt, owner = NULL, tries = tries + 1, error = :error
                        WHERE id = :id AND state = 'WAITING'
                        """)
                .bind("dueAt", dueAt.toEpochMilli())
                .bind("error", Values.textOrNull(error))
                .bind("id", id)
                .execute();
    }

    /** Sets an entry aside. */
    public void park(Handle handle, long id, String error) {
        handle.createUpdate("""
                        UPDATE wa_inbox SET state = 'PARKED', owner = NULL, error = :error
                        WHERE id = :id AND state = 'WAITING'
                        """)
                .bind("error", Values.textOrNull(error))
                .bind("id", id)
                .execute();
    }

    /** Makes parked entries due, as if they were new. */
    public int redrive(Handle handle, TenantId tenant, Instant now) {
        return handle.createUpdate("""
                        UPDATE wa_inbox SET state = 'WAITING', due_at = :now, tries = 0
                        WHERE tenant_id = :tenant AND state = 'PARKED'
                        """)
                .bind("now", now.toEpochMilli())
                .bind("tenant", tenant.value())
                .execute();
    }

    /** How many entries wait. */
    public long waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM wa_inbox WHERE state = 'WAITING'")
                .mapTo(Long.class)
                .one();
    }

    /** When the oldest entry that waits was received, and the latest one that is set aside. */
    public InboxAge age(Handle handle, TenantId tenant) {
        return new InboxAge(received(handle, tenant, "min", "WAITING"), received(handle, tenant, "max", "PARKED"));
    }

    // The state is part of the text, because the indexes hold one state each.
    private static Optional<Instant> received(Handle handle, TenantId tenant, String which, String state) {
        return handle.createQuery("SELECT " + which + "(received_at) AS received_at FROM wa_inbox "
                        + "WHERE tenant_id = :tenant AND state = '" + state + "'")
                .bind("tenant", tenant.value())
                .map((row, context) -> Optional.ofNullable(Values.timeOrNull(row, "received_at")))
                .one();
    }

    /** How many entries are set aside. */
    public long parked(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM wa_inbox WHERE state = 'PARKED'")
                .mapTo(Long.class)
                .one();
    }

    /** Deletes entries that were settled before a time. */
    public int purge(Handle handle, Instant olderThan) {
        return handle.createUpdate("DELETE FROM wa_inbox WHERE state = 'DONE' AND settled_at < :olderThan")
                .bind("olderThan", olderThan.toEpochMilli())
                .execute();
    }
}
