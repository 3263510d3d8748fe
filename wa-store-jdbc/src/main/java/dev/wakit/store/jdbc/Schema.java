package dev.wakit.store.jdbc;

import dev.wakit.store.jdbc.internal.migrate.Migrations;

/**
 * The schema of one database, as SQL for hosts that migrate with their own tool.
 *
 * <p>Migrations are forward only. Open the store with {@code migrate(false)} then.
 *
 * @since 0.1
 */
public enum Schema {
    /** SQLite 3.37 or newer. */
    SQLITE("sqlite"),
    /** PostgreSQL 14 or newer. */
    POSTGRESQL("postgresql"),
    /** MariaDB 10.6 or newer. */
    MARIADB("mariadb");

    private final String dialect;

    Schema(String dialect) {
        this.dialect = dialect;
    }

    /** All migrations in order, as one script for an empty database. */
    public String sql() {
        return Migrations.sql(dialect);
    }

    String dialect() {
        return dialect;
    }
}
