package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresOrderKillNineTest extends OrderKillNine {

    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
