package dev.wakit.store.jdbc.internal.product;

import dev.wakit.TenantId;
import dev.wakit.catalog.product.ProductCounter;
import dev.wakit.catalog.product.ProductStats;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_variant_counter}. Thread-safe. */
public final class VariantCounterTable {

    private final Dialect dialect;

    /** For a database. */
    public VariantCounterTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds to counters, in the order of variants, so that two transactions cannot wait for each other. */
    public void add(Handle handle, TenantId tenant, ProductCounter counter, Map<VariantId, Long> additions) {
        String sql = dialect.insertOrAdd(
                "wa_variant_counter",
                "(tenant_id, variant_id, name, value) VALUES (:tenant, :variant, :name, :value)",
                "tenant_id, variant_id, name",
                "value");
        new TreeMap<>(additions)
                .forEach((variant, value) -> handle.createUpdate(sql)
                        .bind("tenant", tenant.value())
                        .bind("variant", variant.value())
                        .bind("name", counter.name())
                        .bind("value", value)
                        .execute());
    }

    /** The counters of variants. */
    public Map<VariantId, ProductStats> stats(Handle handle, TenantId tenant, Collection<VariantId> variants) {
        var stats = new HashMap<VariantId, ProductStats>();
        handle.createQuery("SELECT variant_id, name, value FROM wa_variant_counter WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("variant_id", "variants"))
                .bind("tenant", tenant.value())
                .bind(
                        "variants",
                        dialect.numbers(variants.stream().map(VariantId::value).toList()))
                .map((row, context) -> Map.entry(
                        new VariantId(row.getLong("variant_id")),
                        one(ProductCounter.valueOf(row.getString("name")), row.getLong("value"))))
                .forEach(entry -> stats.merge(entry.getKey(), entry.getValue(), VariantCounterTable::sum));
        return stats;
    }

    private static ProductStats one(ProductCounter counter, long value) {
        return switch (counter) {
            case SHOWN -> new ProductStats(value, 0, 0, 0);
            case ENQUIRED -> new ProductStats(0, value, 0, 0);
            case ORDERED -> new ProductStats(0, 0, value, 0);
            case SOLD -> new ProductStats(0, 0, 0, value);
        };
    }

    private static ProductStats sum(ProductStats a, ProductStats b) {
        return new ProductStats(
                a.shown() + b.shown(), a.enquired() + b.enquired(), a.ordered() + b.ordered(), a.sold() + b.sold());
    }
}
