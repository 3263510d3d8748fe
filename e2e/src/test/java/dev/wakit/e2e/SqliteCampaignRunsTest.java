package dev.wakit.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteCampaignRunsTest extends CampaignRuns {

    @TempDir
    private Path folder;

    @Override
    Database database() {
        return Database.sqlite(folder);
    }
}
