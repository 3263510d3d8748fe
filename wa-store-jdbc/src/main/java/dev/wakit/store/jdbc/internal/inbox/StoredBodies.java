package dev.wakit.store.jdbc.internal.inbox;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.ErasedWebhooks;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Looks into the bodies of {@code wa_inbox} and clears them. Thread-safe. */
public final class StoredBodies {

    private static final String CLEAR = """
            UPDATE wa_inbox
            SET state = 'DONE', settled_at = COALESCE(settled_at, :now), body = :nothing, headers = '{}', target = '', error = NULL
            WHERE id = :id
            """;

    private final Dialect dialect;

    /** For a database. */
    public StoredBodies(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * An entry.
     *
     * @param state WAITING, PARKED or DONE
     * @param holds whether it holds one of the texts
     */
    private record Entry(long id, String state, boolean holds, long receivedAt) {}

    /** Clears a page of entries that hold one of these texts, which must not be empty; those that wait stay. */
    public ErasedWebhooks clear(Handle handle, TenantId tenant, Collection<String> texts, long afterId, int limit) {
        List<Entry> page = page(handle, tenant, List.copyOf(texts), afterId, limit);
        PreparedBatch batch = handle.prepareBatch(CLEAR + " AND state <> 'WAITING'");
        int waiting = 0;
        for (Entry entry : page) {
            if (entry.holds() && entry.state().equals("WAITING")) {
                waiting++;
            } else if (entry.holds()) {
                clear(batch, entry.id(), entry.receivedAt());
            }
        }
        int cleared = batch.size() == 0 ? 0 : IntStream.of(batch.execute()).sum();
        long last = page.isEmpty() ? afterId : page.get(page.size() - 1).id();
        return new ErasedWebhooks(page.size(), last, cleared, waiting);
    }

    private List<Entry> page(Handle handle, TenantId tenant, List<String> texts, long afterId, int limit) {
        String holds = IntStream.range(0, texts.size())
                .mapToObj(i -> dialect.contains("body", "text" + i))
                .collect(Collectors.joining(" OR "));
        Query query =
                handle.createQuery("SELECT id, state, received_at, CASE WHEN " + holds + " THEN 1 ELSE 0 END AS holds"
                        + " FROM wa_inbox WHERE tenant_id = :tenant AND id > :after ORDER BY id LIMIT :limit");
        for (int i = 0; i < texts.size(); i++) {
            query.bind("text" + i, texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        return new ArrayList<>(query.bind("tenant", tenant.value())
                .bind("after", afterId)
                .bind("limit", limit)
                .map((row, context) -> new Entry(
                        row.getLong("id"),
                        row.getString("state"),
                        row.getInt("holds") == 1,
                        row.getLong("received_at")))
                .list());
    }

    /** Settles entries and clears them, in the order of ids, so that two workers never wait for each other. */
    public void settle(Handle handle, Collection<Long> ids, Instant now) {
        PreparedBatch batch = handle.prepareBatch(CLEAR);
        new TreeSet<>(ids).forEach(id -> clear(batch, id, now.toEpochMilli()));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void clear(PreparedBatch batch, long id, long settledAt) {
        batch.bind("id", id).bind("now", settledAt).bind("nothing", new byte[0]).add();
    }
}
