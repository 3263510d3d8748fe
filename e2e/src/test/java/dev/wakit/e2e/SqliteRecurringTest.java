package dev.wakit.e2e;

import java.nio.file.Path;

class SqliteRecurringTest extends Recurring {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
