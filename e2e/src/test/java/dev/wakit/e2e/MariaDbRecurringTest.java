package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbRecurringTest extends Recurring {

    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
