package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresOrderlyStopTest extends OrderlyStop {
    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
