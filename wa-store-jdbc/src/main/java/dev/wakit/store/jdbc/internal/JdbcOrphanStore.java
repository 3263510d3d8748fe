package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.OrphanStatus;
import dev.wakit.campaign.store.OrphanStore;
import dev.wakit.provider.ProviderId;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Statuses of unknown messages over JDBC. Thread-safe. */
public final class JdbcOrphanStore implements OrphanStore {

    private final Database database;
    private final Tables tables;

    /** Over a database. */
    public JdbcOrphanStore(Database database, Tables tables) {
        this.database = database;
        this.tables = tables;
    }

    // The look at the deliveries must begin after the statuses are committed: then either it sees the message id, or
    // the
    // transaction that records the id sees the statuses.
    @Override
    public void keep(Collection<OrphanStatus> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        database.write("keep statuses of unknown messages", handle -> {
            tables.orphans().add(handle, statuses);
            return true;
        });
        database.write("match statuses", handle -> {
            match(handle, statuses);
            return true;
        });
    }

    private void match(Handle handle, Collection<OrphanStatus> statuses) {
        byTenant(statuses)
                .forEach((tenant, messages) ->
                        tables.orphans().mark(handle, tenant, tables.knownMessages(handle, tenant, messages)));
    }

    @Override
    public int recheck(Instant receivedBefore, int limit) {
        List<OrphanStatus> found = database.read(
                "list statuses of unknown messages",
                handle -> tables.orphans().unchecked(handle, receivedBefore, limit));
        if (!found.isEmpty()) {
            database.write("look at statuses again", handle -> {
                match(handle, found);
                tables.orphans().checked(handle, found);
                return true;
            });
        }
        return found.size();
    }

    private static Map<TenantId, Collection<String>> byTenant(Collection<OrphanStatus> statuses) {
        var messages = new TreeMap<String, Collection<String>>();
        statuses.forEach(status -> messages.computeIfAbsent(status.tenant().value(), tenant -> new TreeSet<>())
                .add(status.messageId().value()));
        var byTenant = new LinkedHashMap<TenantId, Collection<String>>();
        messages.forEach((tenant, ids) -> byTenant.put(new TenantId(tenant), ids));
        return byTenant;
    }

    @Override
    public List<OrphanStatus> matched(Set<ProviderId> providers, int limit) {
        return database.read("list matched statuses", handle -> tables.orphans().matched(handle, providers, limit));
    }

    @Override
    public void remove(Collection<OrphanStatus> statuses) {
        if (statuses.isEmpty()) {
            return;
        }
        database.write("remove merged statuses", handle -> {
            tables.orphans().remove(handle, statuses);
            return true;
        });
    }

    @Override
    public long count() {
        return database.read("count statuses of unknown messages", tables.orphans()::count);
    }

    @Override
    public int purge(Instant olderThan) {
        return database.write("purge statuses", handle -> tables.orphans().purge(handle, olderThan));
    }
}
