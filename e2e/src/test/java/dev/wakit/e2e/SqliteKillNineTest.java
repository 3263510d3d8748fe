package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteKillNineTest extends KillNine {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
