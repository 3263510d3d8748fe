package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbOrderlyStopTest extends OrderlyStop {
    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
