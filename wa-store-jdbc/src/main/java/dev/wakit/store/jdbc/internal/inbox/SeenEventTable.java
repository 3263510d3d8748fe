package dev.wakit.store.jdbc.internal.inbox;

import dev.wakit.TenantId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_seen_event}. Thread-safe. */
public final class SeenEventTable {

    private final Dialect dialect;

    /** For a database. */
    public SeenEventTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Remembers keys, in their order, so that two workers never wait for each other; returns those that are new.
     *
     * <p>The condition that is always true tells SQLite that ON CONFLICT does not belong to a join.
     */
    public Set<String> firstSeen(Handle handle, TenantId tenant, Collection<String> keys, Instant now) {
        keys.forEach(Values::key);
        String rows = """
                wa_seen_event (tenant_id, event_key, seen_at)
                SELECT :tenant, item.value, :now FROM %s WHERE 1 = 1
                """.formatted(dialect.items("keys"));
        return new HashSet<>(
                handle.createQuery(dialect.insertNew(rows, "tenant_id, event_key") + " RETURNING event_key")
                        .bind("tenant", tenant.value())
                        .bind("now", now.toEpochMilli())
                        .bind("keys", dialect.texts(new TreeSet<>(keys)))
                        .mapTo(String.class)
                        .list());
    }

    /** Those of these keys that are there. */
    public Set<String> seen(Handle handle, TenantId tenant, Collection<String> keys) {
        keys.forEach(Values::key);
        return new HashSet<>(handle.createQuery("SELECT event_key FROM wa_seen_event WHERE tenant_id = :tenant AND "
                        + dialect.inTexts("event_key", "keys"))
                .bind("tenant", tenant.value())
                .bind("keys", dialect.texts(keys))
                .mapTo(String.class)
                .list());
    }

    /** Forgets keys seen before a time. */
    public void purge(Handle handle, Instant olderThan) {
        handle.createUpdate("DELETE FROM wa_seen_event WHERE seen_at < :olderThan")
                .bind("olderThan", olderThan.toEpochMilli())
                .execute();
    }
}
