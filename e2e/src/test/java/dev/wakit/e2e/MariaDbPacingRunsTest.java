package dev.wakit.e2e;

class MariaDbPacingRunsTest extends PacingRuns {

    @Override
    Database database() {
        return Database.mariadb();
    }
}
