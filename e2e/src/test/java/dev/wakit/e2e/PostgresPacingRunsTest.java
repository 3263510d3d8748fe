package dev.wakit.e2e;

class PostgresPacingRunsTest extends PacingRuns {

    @Override
    Database database() {
        return Database.postgresql();
    }
}
