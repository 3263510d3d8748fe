package dev.wakit.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL server for all tests of the JVM, with the durable settings that the embedded one turns off. */
final class Postgres {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    @SuppressWarnings("resource") // lives as long as the JVM, and stops with it
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "100")
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** The name of a new database. */
    static String newDatabase() {
        String name = "wakit_" + DATABASES.incrementAndGet();
        run(admin(), "CREATE DATABASE " + name);
        return name;
    }

    static DataSource admin() {
        return SERVER.getPostgresDatabase();
    }

    static DataSource database(String name) {
        return SERVER.getDatabase("postgres", name);
    }

    static DataSource database(String name, String user) {
        return SERVER.getDatabase(user, name);
    }

    static String url(String name) {
        return SERVER.getJdbcUrl("postgres", name);
    }

    static void run(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }
}
