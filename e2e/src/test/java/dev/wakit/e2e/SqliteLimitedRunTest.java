package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteLimitedRunTest extends LimitedRun {
    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
