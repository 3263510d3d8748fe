package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteOrderKillNineTest extends OrderKillNine {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
