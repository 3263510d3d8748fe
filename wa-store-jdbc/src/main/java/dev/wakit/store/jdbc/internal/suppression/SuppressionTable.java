package dev.wakit.store.jdbc.internal.suppression;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.store.QuietWait;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/** Owner of {@code wa_suppression}. Thread-safe. */
public final class SuppressionTable {

    /**
     * The query of {@link #waiting}, whose plan is tested. CROSS JOIN keeps SQLite to this order, and the sign keeps it from the
     * indexes of all that is PENDING in the campaign.
     */
    public static final String WAITING = """
            SELECT count(*) AS deliveries, min(s.until_at) AS first_ends
            FROM wa_suppression s CROSS JOIN wa_delivery d
            WHERE s.tenant_id = :tenant AND s.until_at > :now AND s.scope = 'MARKETING_FOR_NOW'
                AND d.tenant_id = s.tenant_id AND d.recipient_key = s.recipient_key
                AND +d.campaign_id = :campaign AND d.state = 'PENDING'
            """;

    private static final String ROWS = """
            wa_suppression (tenant_id, recipient_key, scope, source, reason, since, until_at)
            VALUES (:tenant, :key, :scope, :source, :reason, :since, :until)
            """;
    private static final Comparator<Suppression> BY_KEY =
            Comparator.comparing(Suppression::recipientKey).thenComparing(Suppression::scope);

    private final Dialect dialect;
    private final ErasedPeople erased;
    private final String insert;

    /** For a database. */
    public SuppressionTable(Dialect dialect, ErasedPeople erased) {
        this.dialect = dialect;
        this.erased = erased;
        this.insert = dialect.insertNew(ROWS, "tenant_id, recipient_key, scope");
    }

    /** Adds an entry; false if it is there, or if the person was erased. */
    public boolean add(Handle handle, TenantId tenant, Suppression suppression) {
        if (!erased.among(handle, tenant, Set.of(suppression.recipientKey())).isEmpty()) {
            return false;
        }
        boolean isNew = bind(handle.createUpdate(insert), tenant, suppression).execute() == 1;
        if (!isNew) {
            renew(handle, tenant, List.of(suppression));
        }
        return isNew;
    }

    /** An entry that is made again is as new as the latest wish, so that an older "resume" does not end it. */
    private static void renew(Handle handle, TenantId tenant, Collection<Suppression> suppressions) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE wa_suppression SET since = :since, until_at = :until
                WHERE tenant_id = :tenant AND recipient_key = :key AND scope = :scope AND since < :since
                """);
        suppressions.stream()
                .sorted(BY_KEY)
                .forEach(suppression -> batch.bind("tenant", tenant.value())
                        .bind("key", suppression.recipientKey())
                        .bind("scope", suppression.scope().name())
                        .bind("since", suppression.at().toEpochMilli())
                        .bind("until", Values.millisOrNull(suppression.until()))
                        .add());
        batch.execute();
    }

    /** Adds entries, in the order of keys, so that two transactions never wait for each other; returns those that are new. */
    public List<Suppression> addAll(Handle handle, TenantId tenant, Collection<Suppression> suppressions) {
        if (suppressions.isEmpty()) {
            return List.of();
        }
        Set<String> gone = erased.among(
                handle,
                tenant,
                suppressions.stream().map(Suppression::recipientKey).collect(Collectors.toSet()));
        List<Suppression> sorted = suppressions.stream()
                .filter(suppression -> !gone.contains(suppression.recipientKey()))
                .sorted(BY_KEY)
                .toList();
        List<Suppression> added = sorted.stream()
                .filter(suppression ->
                        bind(handle.createUpdate(insert), tenant, suppression).execute() == 1)
                .toList();
        if (!sorted.isEmpty()) {
            renew(handle, tenant, sorted);
        }
        return added;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, TenantId tenant, Suppression suppression) {
        return statement
                .bind("tenant", tenant.value())
                .bind("key", Values.key(suppression.recipientKey()))
                .bind("scope", suppression.scope().name())
                .bind("source", suppression.source().name())
                .bind("reason", suppression.reason())
                .bind("since", suppression.at().toEpochMilli())
                .bind("until", Values.millisOrNull(suppression.until()));
    }

    /** Removes an entry, and that of a person who was erased; false if there is none. */
    public boolean remove(
            Handle handle, TenantId tenant, String recipientKey, SuppressionScope scope, Instant madeUntil) {
        PreparedBatch batch = handle.prepareBatch("""
                DELETE FROM wa_suppression
                WHERE tenant_id = :tenant AND recipient_key = :key AND scope = :scope AND since <= :until
                """);
        new TreeSet<>(erased.standing(tenant, Set.of(recipientKey)).keySet())
                .forEach(key -> batch.bind("tenant", tenant.value())
                        .bind("key", key)
                        .bind("scope", scope.name())
                        .bind("until", madeUntil.toEpochMilli())
                        .add());
        return IntStream.of(batch.execute()).sum() > 0;
    }

    /** Which of these people have an entry of one of these scopes. */
    public Set<String> suppressed(
            Handle handle, TenantId tenant, Collection<String> keys, Set<SuppressionScope> scopes) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        var found = new HashSet<>(listed(handle, tenant, keys, scopes));
        // In this order: who is erased between the two has an entry in one of them.
        Map<String, String> pseudonyms = erased.pseudonyms(handle, tenant, keys);
        if (!pseudonyms.isEmpty()) {
            listed(handle, tenant, pseudonyms.keySet(), scopes).stream()
                    .map(pseudonyms::get)
                    .forEach(found::add);
        }
        return found;
    }

    private List<String> listed(Handle handle, TenantId tenant, Collection<String> keys, Set<SuppressionScope> scopes) {
        return handle.createQuery(
                        """
                        SELECT recipient_key FROM wa_suppression
                        WHERE tenant_id = :tenant AND %s AND %s
                        """.formatted(dialect.inTexts("recipient_key", "keys"), dialect.oneOf("scope", "scopes")))
                .bind("tenant", tenant.value())
                .bind("keys", dialect.texts(keys))
                .bind("scopes", dialect.texts(scopes.stream().map(Enum::name).toList()))
                .mapTo(String.class)
                .list();
    }

    /** What people with these keys wish, in one query. */
    public Wishes wishes(Handle handle, TenantId tenant, Collection<String> keys) {
        if (keys.isEmpty()) {
            return new Wishes(Map.of());
        }
        Map<String, List<Wishes.Entry>> entries = new HashMap<>();
        collect(handle, tenant, keys, key -> key, entries);
        // Behind the look at the keys themselves: whoever is erased meanwhile has lost their entries and is found here.
        Map<String, String> erasedKeys = erased.pseudonyms(handle, tenant, keys);
        if (!erasedKeys.isEmpty()) {
            collect(handle, tenant, erasedKeys.keySet(), erasedKeys::get, entries);
        }
        return new Wishes(entries);
    }

    private void collect(
            Handle handle,
            TenantId tenant,
            Collection<String> keys,
            UnaryOperator<String> person,
            Map<String, List<Wishes.Entry>> entries) {
        handle.createQuery("""
                        SELECT recipient_key, scope, until_at FROM wa_suppression
                        WHERE tenant_id = :tenant AND %s
                        """.formatted(dialect.inTexts("recipient_key", "keys")))
                .bind("tenant", tenant.value())
                .bind("keys", dialect.texts(keys))
                .map((row, context) -> Map.entry(person.apply(row.getString("recipient_key")), entry(row)))
                .forEach(found -> entries.computeIfAbsent(found.getKey(), first -> new ArrayList<>())
                        .add(found.getValue()));
    }

    private static Wishes.Entry entry(ResultSet row) throws SQLException {
        return new Wishes.Entry(SuppressionScope.valueOf(row.getString("scope")), Values.time(row, "until_at"));
    }

    /** The deliveries of a campaign that wait for the end of an entry for now. */
    public QuietWait waiting(Handle handle, TenantId tenant, CampaignId campaign, Instant now) {
        return handle.createQuery(WAITING)
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new QuietWait(row.getLong("deliveries"), Values.time(row, "first_ends")))
                .one();
    }

    /** A person's entry of a scope. */
    public Optional<Suppression> find(Handle handle, TenantId tenant, String recipientKey, SuppressionScope scope) {
        return handle.createQuery("""
                        SELECT recipient_key, scope, source, reason, since, until_at FROM wa_suppression
                        WHERE tenant_id = :tenant AND recipient_key = :key AND scope = :scope
                        """)
                .bind("tenant", tenant.value())
                .bind("key", recipientKey)
                .bind("scope", scope.name())
                .map(SuppressionTable::map)
                .findOne();
    }

    /** Deletes entries that ended before this time. */
    public int purgeEnded(Handle handle, Instant before) {
        return handle.createUpdate("DELETE FROM wa_suppression WHERE until_at < :before")
                .bind("before", before.toEpochMilli())
                .execute();
    }

    /** A page in the order of keys; one longer than the limit if that is what it takes to show a person's entries together. */
    public List<Suppression> list(Handle handle, TenantId tenant, String afterKey, int limit) {
        List<Suppression> page = handle.createQuery("""
                        SELECT recipient_key, scope, source, reason, since, until_at FROM wa_suppression
                        WHERE tenant_id = :tenant AND recipient_key > :after
                        ORDER BY recipient_key, scope LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("after", afterKey)
                .bind("limit", limit + 1)
                .map(SuppressionTable::map)
                .list();
        return page.size() > limit && !isSamePerson(page.get(limit - 1), page.get(limit))
                ? page.subList(0, limit)
                : page;
    }

    private static boolean isSamePerson(Suppression one, Suppression other) {
        return one.recipientKey().equals(other.recipientKey());
    }

    private static Suppression map(ResultSet row, StatementContext context) throws SQLException {
        return new Suppression(
                row.getString("recipient_key"),
                SuppressionScope.valueOf(row.getString("scope")),
                SuppressionSource.valueOf(row.getString("source")),
                row.getString("reason"),
                Values.time(row, "since"),
                Values.time(row, "until_at"));
    }
}
