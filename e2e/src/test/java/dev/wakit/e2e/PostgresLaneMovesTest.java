package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresLaneMovesTest extends LaneMoves {
    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
