package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbHistoryLossTest extends HistoryLoss {
    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
