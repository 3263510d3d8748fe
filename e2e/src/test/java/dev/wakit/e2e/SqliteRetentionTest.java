package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteRetentionTest extends Retention {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
