package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresErasureTest extends Erasure {

    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
