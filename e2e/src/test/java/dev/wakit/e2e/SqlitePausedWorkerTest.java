package dev.wakit.e2e;

import java.nio.file.Path;

class SqlitePausedWorkerTest extends PausedWorker {

    @Override
    Database database(Path folder) {
        return Database.sqlite(folder);
    }
}
