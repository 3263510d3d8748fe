package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.store.SuppressionStore;
import dev.wakit.store.jdbc.internal.delivery.DeliveryTable;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.suppression.SuppressionTable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The suppression list over JDBC. Thread-safe. */
public final class JdbcSuppressionStore implements SuppressionStore {

    private static final Set<SuppressionScope> EVERY_SCOPE = Set.of(SuppressionScope.ALL, SuppressionScope.MARKETING);

    private final Database database;
    private final DeliveryTable deliveries;
    private final SuppressionTable suppressions;

    /** Over a database. */
    public JdbcSuppressionStore(Database database, Tables tables) {
        this.database = database;
        this.deliveries = tables.deliveries();
        this.suppressions = tables.suppressions();
    }

    @Override
    public boolean add(TenantId tenant, Suppression suppression) {
        return database.write("suppress a person", handle -> suppressions.add(handle, tenant, suppression));
    }

    @Override
    public boolean remove(TenantId tenant, String recipientKey, SuppressionScope scope, Instant madeUntil) {
        return database.write("end a suppression", handle -> remove(handle, tenant, recipientKey, scope, madeUntil));
    }

    // Deliveries before the entry, as in the transaction of intents, so that the two never wait for each other.
    private boolean remove(
            Handle handle, TenantId tenant, String recipientKey, SuppressionScope scope, Instant madeUntil) {
        if (scope == SuppressionScope.MARKETING_FOR_NOW) {
            suppressions
                    .find(handle, tenant, recipientKey, scope)
                    .filter(entry -> !entry.at().isAfter(madeUntil))
                    .ifPresent(entry -> deliveries.endQuietWait(handle, tenant, entry));
        }
        return suppressions.remove(handle, tenant, recipientKey, scope, madeUntil);
    }

    @Override
    public Set<String> suppressed(TenantId tenant, Collection<String> recipientKeys, boolean marketing) {
        Set<SuppressionScope> scopes = marketing ? EVERY_SCOPE : Set.of(SuppressionScope.ALL);
        return database.read(
                "check suppressions", handle -> suppressions.suppressed(handle, tenant, recipientKeys, scopes));
    }

    @Override
    public List<Suppression> list(TenantId tenant, String afterKey, int limit) {
        return database.read("list suppressions", handle -> suppressions.list(handle, tenant, afterKey, limit));
    }

    @Override
    public int purgeEnded(Instant before) {
        return database.write("remove ended suppressions", handle -> suppressions.purgeEnded(handle, before));
    }
}
