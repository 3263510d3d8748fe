package dev.wakit.e2e;

import dev.wakit.store.jdbc.JdbcStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A real database, empty, named by one text that another process can open as well. */
final class Database {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static EmbeddedPostgres postgres;

    private final String name;

    private Database(String name) {
        this.name = name;
    }

    static Database sqlite(Path folder) {
        return new Database(
                folder.resolve("wakit-" + COUNTER.incrementAndGet() + ".db").toString());
    }

    /** A database of one PostgreSQL server for all tests of this JVM, with the durable settings that the library leaves out. */
    static synchronized Database postgresql() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder()
                        .setPort(FreePort.next())
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(Database::stop));
            }
            String name = "wakit" + COUNTER.incrementAndGet();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return new Database(postgres.getJdbcUrl("postgres", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database of one MariaDB server for all tests of this JVM. */
    static Database mariadb() {
        return new Database(MariaServer.newDatabase());
    }

    /** The database at an address that {@link #open(String)} understands. */
    static Database at(String url) {
        return new Database(url);
    }

    private static void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    JdbcStores open() {
        return open(name);
    }

    static JdbcStores open(String name) {
        if (name.startsWith("jdbc:postgresql:")) {
            return JdbcStores.postgresql(name, "postgres", "postgres");
        }
        return name.startsWith("jdbc:mariadb:")
                ? JdbcStores.mariadb(name, "root", "")
                : JdbcStores.sqlite(Path.of(name));
    }

    /** A connection beside the engine's. */
    Connection connect() throws SQLException {
        if (isMaria()) {
            return DriverManager.getConnection(name, "root", "");
        }
        return isPostgres()
                ? DriverManager.getConnection(name, "postgres", "postgres")
                : DriverManager.getConnection("jdbc:sqlite:" + name);
    }

    /** Copies the database as a backup does: all tables as they were at one moment, or counters would not fit their rows. */
    void copy() {
        if (isMaria()) {
            MariaServer.copy(name);
            return;
        }
        run(
                isPostgres()
                        ? "BEGIN ISOLATION LEVEL REPEATABLE READ;"
                                + " DO $$ DECLARE t RECORD; BEGIN CREATE SCHEMA old; FOR t IN SELECT tablename FROM pg_tables"
                                + " WHERE schemaname = 'public' AND tablename LIKE 'wa\\_%' LOOP"
                                + " EXECUTE format('CREATE TABLE old.%I AS TABLE public.%I', t.tablename, t.tablename);"
                                + " END LOOP; END $$; COMMIT"
                        : "backup to '" + name + ".old'");
    }

    /** Puts the copy in the place of what came after it, under the feet of whoever has the database open. */
    void setBack() {
        if (isMaria()) {
            MariaServer.setBack(name);
            return;
        }
        run(
                isPostgres()
                        ? "DO $$ DECLARE t RECORD; BEGIN FOR t IN SELECT tablename FROM pg_tables"
                                + " WHERE schemaname = 'old' LOOP"
                                + " EXECUTE format('LOCK TABLE public.%I', t.tablename); END LOOP;"
                                + " FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'old' LOOP"
                                + " EXECUTE format('DELETE FROM public.%I', t.tablename);"
                                + " EXECUTE format('INSERT INTO public.%I SELECT * FROM old.%I', t.tablename, t.tablename);"
                                + " END LOOP; END $$"
                        : "restore from '" + name + ".old'");
    }

    private boolean isMaria() {
        return name.startsWith("jdbc:mariadb:");
    }

    private boolean isPostgres() {
        return name.startsWith("jdbc:postgresql:");
    }

    // A set-back may lose a deadlock against the workers; then it is done again.
    private void run(String sql) {
        for (int tries = 1; ; tries++) {
            try (Connection connection = isPostgres()
                            ? DriverManager.getConnection(name, "postgres", "postgres")
                            : DriverManager.getConnection("jdbc:sqlite:" + name);
                    Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
                return;
            } catch (SQLException e) {
                if (tries == 10) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
