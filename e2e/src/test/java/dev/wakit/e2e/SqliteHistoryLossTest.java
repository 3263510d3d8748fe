package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteHistoryLossTest extends HistoryLoss {
    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
