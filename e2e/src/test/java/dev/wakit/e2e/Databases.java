package dev.wakit.e2e;

/** Databases for tests of other packages. */
public final class Databases {

    private Databases() {}

    /** The URL of a PostgreSQL database of its own with the schema in it; user and password are {@code postgres}. */
    public static String postgresWithSchema() {
        Database database = Database.postgresql();
        database.open().close();
        return database.name();
    }
}
