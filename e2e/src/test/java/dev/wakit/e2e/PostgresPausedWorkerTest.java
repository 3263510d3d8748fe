package dev.wakit.e2e;

import java.nio.file.Path;

class PostgresPausedWorkerTest extends PausedWorker {

    @Override
    Database database(Path folder) {
        return Database.postgresql();
    }
}
