package dev.wakit.store.jdbc.internal.counter;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.store.CounterNames;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_campaign_counter}. Thread-safe. */
public final class CounterTable {

    private static final Set<DeliveryState> NOT_BEGUN =
            Set.of(DeliveryState.PENDING, DeliveryState.SKIPPED, DeliveryState.CANCELLED);
    private static final Set<String> BEGUN = Arrays.stream(DeliveryState.values())
            .filter(state -> !NOT_BEGUN.contains(state))
            .map(CounterNames::state)
            .collect(Collectors.toUnmodifiableSet());

    private final Dialect dialect;
    private final String add;

    /** For a database. */
    public CounterTable(Dialect dialect) {
        this.dialect = dialect;
        this.add = dialect.insertOrAdd(
                "wa_campaign_counter",
                "(tenant_id, campaign_id, name, value) VALUES (:tenant, :campaign, :name, :change)",
                "tenant_id, campaign_id, name",
                "value");
    }

    /**
     * Adds a batch's changes.
     *
     * <p>This is the last statement of a transaction, because all workers meet at these rows; in the order of names, so that two
     * transactions never wait for each other.
     */
    public void add(Handle handle, TenantId tenant, CounterDelta delta) {
        PreparedBatch batch = handle.prepareBatch(add);
        delta.changes().forEach((campaign, names) -> add(batch, tenant, campaign, names));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static void add(PreparedBatch batch, TenantId tenant, CampaignId campaign, SortedMap<String, Long> names) {
        names.forEach((name, change) -> batch.bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .bind("name", name)
                .bind("change", change)
                .add());
    }

    /** The counters of campaigns, by name. */
    public Map<CampaignId, Map<String, Long>> read(Handle handle, TenantId tenant, Collection<CampaignId> campaigns) {
        var counters = new HashMap<CampaignId, Map<String, Long>>();
        campaigns.forEach(campaign -> counters.put(campaign, new HashMap<>()));
        handle.createQuery("""
                        SELECT campaign_id, name, value FROM wa_campaign_counter
                        WHERE tenant_id = :tenant AND %s
                        """.formatted(dialect.inNumbers("campaign_id", "campaigns")))
                .bind("tenant", tenant.value())
                .bind(
                        "campaigns",
                        dialect.numbers(
                                campaigns.stream().map(CampaignId::value).toList()))
                .map((row, context) -> Map.entry(
                        new CampaignId(row.getLong("campaign_id")),
                        Map.entry(row.getString("name"), row.getLong("value"))))
                .forEach(counter -> counters.computeIfAbsent(counter.getKey(), found -> new HashMap<>())
                        .put(counter.getValue().getKey(), counter.getValue().getValue()));
        return counters;
    }

    /**
     * How many deliveries of a campaign were begun, whatever became of them; nobody else counts until the transaction ends. Those that
     * were skipped or cancelled were not.
     */
    public long lockBegun(Handle handle, TenantId tenant, CampaignId campaign) {
        return handle
                .createQuery("""
                        SELECT name, value FROM wa_campaign_counter
                        WHERE tenant_id = :tenant AND campaign_id = :campaign
                        ORDER BY name
                        """ + dialect.forUpdate())
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .map((row, context) -> BEGUN.contains(row.getString("name")) ? row.getLong("value") : 0)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Deletes the counters of a campaign. */
    public void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        handle.createUpdate("DELETE FROM wa_campaign_counter WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .execute();
    }
}
