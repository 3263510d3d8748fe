package dev.wakit.benchmarks;

import java.util.Locale;

/** The database that a row needs. */
enum Store {
    NONE,
    SQLITE,
    POSTGRESQL,
    MARIADB;

    /** As settings and names of rows say it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
