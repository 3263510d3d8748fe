package dev.wakit.store.jdbc.internal.suppression;

import dev.wakit.TenantId;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The entries of {@code wa_suppression} that hold a pseudonym instead of a key. Thread-safe. */
public final class ErasedPeople {

    /** The query of {@link #isAny}, which reads one entry of the primary key; for the test of its plan. */
    public static final String ANY = """
            SELECT 1 FROM wa_suppression
            WHERE tenant_id = :tenant AND recipient_key > 'erased:' AND recipient_key < 'erased;' LIMIT 1
            """;

    private final Dialect dialect;
    private final Pseudonyms pseudonyms;
    private final String insert;

    /** For a database, with its pseudonyms. */
    public ErasedPeople(Dialect dialect, Pseudonyms pseudonyms) {
        this.dialect = dialect;
        this.pseudonyms = pseudonyms;
        this.insert = dialect.insertNew("""
                wa_suppression (tenant_id, recipient_key, scope, source, reason, since, until_at)
                VALUES (:tenant, :key, :scope, :source, 'Erased', :since, NULL)
                """, "tenant_id, recipient_key, scope");
    }

    /** The keys as they may stand in the list: themselves and their pseudonyms, each with the key that it stands for. */
    Map<String, String> standing(TenantId tenant, Collection<String> keys) {
        Map<String, String> standing = new HashMap<>(pseudonyms.of(tenant, keys));
        keys.forEach(key -> standing.put(key, key));
        return standing;
    }

    /** The pseudonyms of keys, each with its key; none while nobody was erased, so that nothing is computed for it. */
    Map<String, String> pseudonyms(Handle handle, TenantId tenant, Collection<String> keys) {
        return isAny(handle, tenant) ? pseudonyms.of(tenant, keys) : Map.of();
    }

    /** Puts pseudonyms in the place of entries; returns how many entries went. */
    public int remember(Handle handle, TenantId tenant, Collection<String> keys, Instant now) {
        PreparedBatch batch = handle.prepareBatch(insert);
        new TreeSet<>(pseudonyms.of(tenant, keys).keySet())
                .forEach(pseudonym -> batch.bind("tenant", tenant.value())
                        .bind("key", pseudonym)
                        .bind("scope", SuppressionScope.ALL.name())
                        .bind("source", SuppressionSource.ERASURE.name())
                        .bind("since", now.toEpochMilli())
                        .add());
        batch.execute();
        return new TreeSet<>(keys)
                .stream()
                        .mapToInt(key -> handle.createUpdate(
                                        "DELETE FROM wa_suppression WHERE tenant_id = :tenant AND recipient_key = :key")
                                .bind("tenant", tenant.value())
                                .bind("key", key)
                                .execute())
                        .sum();
    }

    /** Which of these keys belong to people who were erased. */
    public Set<String> among(Handle handle, TenantId tenant, Collection<String> keys) {
        return keys.isEmpty() || !isAny(handle, tenant) ? Set.of() : amongThem(handle, tenant, keys);
    }

    private Set<String> amongThem(Handle handle, TenantId tenant, Collection<String> keys) {
        Map<String, String> known = pseudonyms.of(tenant, keys);
        return handle
                .createQuery("SELECT recipient_key FROM wa_suppression WHERE tenant_id = :tenant AND "
                        + dialect.inTexts("recipient_key", "keys"))
                .bind("tenant", tenant.value())
                .bind("keys", dialect.texts(known.keySet()))
                .mapTo(String.class)
                .list()
                .stream()
                .map(known::get)
                .collect(Collectors.toSet());
    }

    /** Whether anybody was erased. */
    public boolean isAny(Handle handle, TenantId tenant) {
        return handle.createQuery(ANY)
                .bind("tenant", tenant.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** New rows, those to people who were erased without anything that tells who they are, and SKIPPED. */
    public List<Delivery> cleared(Handle handle, TenantId tenant, List<Delivery> rows) {
        if (rows.isEmpty() || !isAny(handle, tenant)) {
            return rows;
        }
        Set<String> keys = rows.stream()
                .flatMap(row -> row.recipient().stream())
                .flatMap(person -> person.keys().stream())
                .collect(Collectors.toSet());
        Set<String> erased = amongThem(handle, tenant, keys);
        return erased.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> isOneOf(erased, row) ? cleared(row) : row)
                        .toList();
    }

    private static boolean isOneOf(Set<String> erased, Delivery row) {
        return row.recipient().map(Recipient::keys).stream()
                .flatMap(List::stream)
                .anyMatch(erased::contains);
    }

    private static Delivery cleared(Delivery row) {
        return row.toBuilder()
                .recipient(null)
                .rawAddress(null)
                .name(null)
                .variables(Map.of())
                // Empty, not absent: that it is a single send can still be told.
                .content(row.isSingle() ? "" : null)
                .error(null, null)
                .skipped(SkipReason.ERASED, null)
                .build();
    }
}
