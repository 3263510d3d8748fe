package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.campaign.CampaignTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.MariaDbDialect;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A shared lock through an index that has every column asked for locks only the entry of the index, which holds up nobody who
 * locked the row: a campaign was completed while its deliveries went back to PENDING, and could have been sent while it was paused.
 */
class MariaDbCampaignLockTest {

    private final DataSource pool = Maria.database(Maria.newDatabase());
    private final CampaignTable campaigns = new CampaignTable(new MariaDbDialect(null));
    private final Database one = new Database(new MariaDbDialect(null), pool::getConnection, pool::getConnection);
    private final Database impatient = new Database(
            new MariaDbDialect(null),
            () -> {
                var connection = pool.getConnection();
                try (var statement = connection.createStatement()) {
                    statement.execute("SET SESSION innodb_lock_wait_timeout = 0");
                }
                return connection;
            },
            pool::getConnection);
    private JdbcStores stores;

    @BeforeEach
    void open() {
        stores = JdbcStores.create(pool);
        Rows.runningCampaign(stores, 1);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void nobodyHoldsTheStatusThatAnotherTransactionLocked() {
        one.write("lock", handle -> {
            assertThat(campaigns.lock(handle, Rows.TENANT, Rows.CAMPAIGN)).contains(CampaignStatus.RUNNING);
            assertThatThrownBy(this::hold).isInstanceOf(StoreException.class);
            return true;
        });
    }

    @Test
    void nobodyLocksTheStatusThatAnotherTransactionHolds() {
        one.write("hold", handle -> {
            assertThat(campaigns.hold(handle, Rows.TENANT, List.of(Rows.CAMPAIGN)))
                    .containsExactlyEntriesOf(hold());
            assertThatThrownBy(
                            () -> impatient.write("lock", other -> campaigns.lock(other, Rows.TENANT, Rows.CAMPAIGN)))
                    .isInstanceOf(StoreException.class);
            return true;
        });
    }

    private Map<CampaignId, CampaignStatus> hold() {
        return impatient.write("hold", handle -> campaigns.hold(handle, Rows.TENANT, List.of(Rows.CAMPAIGN)));
    }
}
