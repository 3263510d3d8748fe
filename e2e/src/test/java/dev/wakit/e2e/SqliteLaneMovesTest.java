package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteLaneMovesTest extends LaneMoves {
    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
