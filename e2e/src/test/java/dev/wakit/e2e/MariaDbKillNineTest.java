package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbKillNineTest extends KillNine {

    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
