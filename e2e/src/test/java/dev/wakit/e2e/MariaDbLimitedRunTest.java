package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbLimitedRunTest extends LimitedRun {
    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
