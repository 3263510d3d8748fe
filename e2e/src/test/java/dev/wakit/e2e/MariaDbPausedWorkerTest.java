package dev.wakit.e2e;

import java.nio.file.Path;

class MariaDbPausedWorkerTest extends PausedWorker {

    @Override
    Database database(Path folder) {
        return Database.mariadb();
    }
}
