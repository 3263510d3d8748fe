package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbOrderKillNineTest extends OrderKillNine {

    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
