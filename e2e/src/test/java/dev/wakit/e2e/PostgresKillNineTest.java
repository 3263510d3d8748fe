package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresKillNineTest extends KillNine {

    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
