package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteKillNineSinglesTest extends KillNineSingles {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
