package dev.wakit.store.jdbc.internal.pacing;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.BudgetUse;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Owner of {@code wa_budget} and {@code wa_budget_use}. The number in use is kept beside the rows, so that a batch costs as many
 * writes as it has people, however many a portfolio has written to. Thread-safe.
 */
public final class BudgetTable {

    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int PURGE = 2_000;

    private final Dialect dialect;
    private final String insert;

    /** For a database. */
    public BudgetTable(Dialect dialect) {
        this.dialect = dialect;
        this.insert = dialect.insertNew(
                "wa_budget (tenant_id, portfolio, used) VALUES (:tenant, :portfolio, 0)", "tenant_id, portfolio");
    }

    /**
     * Locks a portfolio and forgets people whose time is over: some of them, and all if the places are needed.
     *
     * @return how many people count
     */
    public long lock(Handle handle, TenantId tenant, String portfolio, long wanted, Instant now) {
        long used = locked(handle, tenant, portfolio).orElseGet(() -> {
            handle.createUpdate(insert)
                    .bind("tenant", tenant.value())
                    .bind("portfolio", portfolio)
                    .execute();
            return locked(handle, tenant, portfolio).orElseThrow();
        });
        int purged;
        long left = used;
        do {
            purged = purge(handle, tenant, portfolio, now);
            left -= purged;
        } while (purged == PURGE && left > wanted);
        if (left != used) {
            add(handle, tenant, portfolio, left - used);
        }
        return left;
    }

    private Optional<Long> locked(Handle handle, TenantId tenant, String portfolio) {
        return handle.createQuery("SELECT used FROM wa_budget WHERE tenant_id = :tenant AND portfolio = :portfolio"
                        + dialect.forUpdate())
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .mapTo(Long.class)
                .findOne();
    }

    private int purge(Handle handle, TenantId tenant, String portfolio, Instant now) {
        List<String> old = handle.createQuery("""
                        SELECT person FROM wa_budget_use
                        WHERE tenant_id = :tenant AND portfolio = :portfolio AND last_at <= :until
                        ORDER BY last_at LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .bind("until", now.minus(WINDOW).toEpochMilli())
                .bind("limit", PURGE)
                .mapTo(String.class)
                .list();
        if (!old.isEmpty()) {
            handle.createUpdate("DELETE FROM wa_budget_use WHERE tenant_id = :tenant AND portfolio = :portfolio AND "
                            + dialect.inTexts("person", "people"))
                    .bind("tenant", tenant.value())
                    .bind("portfolio", portfolio)
                    .bind("people", dialect.texts(old))
                    .execute();
        }
        return old.size();
    }

    /** When these people were written to last, as far as that is not forgotten. */
    public Map<String, Instant> known(
            Handle handle, TenantId tenant, String portfolio, Collection<String> recipientKeys) {
        Map<String, String> keys = new HashMap<>();
        recipientKeys.forEach(key -> keys.put(People.hash(key), key));
        Map<String, Instant> known = new HashMap<>();
        handle.createQuery("""
                        SELECT person, last_at FROM wa_budget_use
                        WHERE tenant_id = :tenant AND portfolio = :portfolio AND %s
                        """.formatted(dialect.inTexts("person", "people")))
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .bind("people", dialect.texts(keys.keySet()))
                .map((row, context) -> Map.entry(row.getString("person"), Instant.ofEpochMilli(row.getLong("last_at"))))
                .forEach(entry -> known.put(keys.get(entry.getKey()), entry.getValue()));
        return known;
    }

    /** Whether somebody who was written to then still counts. */
    public static boolean counts(Instant lastAt, Instant now) {
        return lastAt.isAfter(now.minus(WINDOW));
    }

    /**
     * Counts people who are written to now; the portfolio is locked.
     *
     * @param existing those of them that have a row
     */
    public void count(
            Handle handle,
            TenantId tenant,
            String portfolio,
            Set<String> recipientKeys,
            Set<String> existing,
            Instant now) {
        PreparedBatch update = handle.prepareBatch("""
                UPDATE wa_budget_use SET last_at = :at
                WHERE tenant_id = :tenant AND portfolio = :portfolio AND person = :person
                """);
        PreparedBatch add = handle.prepareBatch("""
                INSERT INTO wa_budget_use (tenant_id, portfolio, person, last_at)
                VALUES (:tenant, :portfolio, :person, :at)
                """);
        recipientKeys.forEach(key -> (existing.contains(key) ? update : add)
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .bind("person", People.hash(key))
                .bind("at", now.toEpochMilli())
                .add());
        int added = add.size();
        if (update.size() > 0) {
            update.execute();
        }
        if (added > 0) {
            add.execute();
            add(handle, tenant, portfolio, added);
        }
    }

    private static void add(Handle handle, TenantId tenant, String portfolio, long change) {
        handle.createUpdate(
                        "UPDATE wa_budget SET used = used + :change WHERE tenant_id = :tenant AND portfolio = :portfolio")
                .bind("change", change)
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .execute();
    }

    /** When the first place becomes free; the epoch if none is used. */
    public Instant nextFree(Handle handle, TenantId tenant, String portfolio, Instant now) {
        return handle.createQuery("""
                        SELECT MIN(last_at) FROM wa_budget_use
                        WHERE tenant_id = :tenant AND portfolio = :portfolio AND last_at > :since
                        """)
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .bind("since", now.minus(WINDOW).toEpochMilli())
                .mapTo(Long.class)
                .findOne()
                .map(first -> Instant.ofEpochMilli(first).plus(WINDOW))
                .orElse(Instant.EPOCH);
    }

    /** How the budget stands. Locks nothing. */
    public BudgetUse read(Handle handle, TenantId tenant, String portfolio, Instant now) {
        long used = handle.createQuery("""
                        SELECT count(*) FROM wa_budget_use
                        WHERE tenant_id = :tenant AND portfolio = :portfolio AND last_at > :since
                        """)
                .bind("tenant", tenant.value())
                .bind("portfolio", portfolio)
                .bind("since", now.minus(WINDOW).toEpochMilli())
                .mapTo(Long.class)
                .one();
        return new BudgetUse(used, nextFree(handle, tenant, portfolio, now));
    }

    /** The portfolios of all tenants. */
    public List<Map.Entry<TenantId, String>> all(Handle handle) {
        return handle.createQuery("SELECT tenant_id, portfolio FROM wa_budget ORDER BY tenant_id, portfolio")
                .map((row, context) -> Map.entry(new TenantId(row.getString("tenant_id")), row.getString("portfolio")))
                .list();
    }
}
