package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteOrderlyStopTest extends OrderlyStop {
    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
