package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbRetentionTest extends Retention {

    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
