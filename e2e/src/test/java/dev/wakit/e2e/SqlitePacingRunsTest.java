package dev.wakit.e2e;

class SqlitePacingRunsTest extends PacingRuns {

    @Override
    Database database() {
        return Database.sqlite(folder);
    }
}
