package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteErasureTest extends Erasure {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
