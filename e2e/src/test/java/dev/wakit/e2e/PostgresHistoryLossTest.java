package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresHistoryLossTest extends HistoryLoss {
    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
