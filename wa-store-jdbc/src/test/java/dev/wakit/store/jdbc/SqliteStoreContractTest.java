package dev.wakit.store.jdbc;

import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.testkit.store.StoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreContractTest extends StoreContract {

    @TempDir
    Path folder;

    @Override
    protected CampaignStores open(InstantSource clock) {
        return JdbcStores.builder(folder.resolve("wakit.db")).clock(clock).open();
    }
}
