package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbLaneMovesTest extends LaneMoves {
    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
