package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbKillNineSinglesTest extends KillNineSingles {

    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
