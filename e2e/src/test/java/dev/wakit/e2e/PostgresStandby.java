package dev.wakit.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;

/**
 * A standby that follows a PostgreSQL server by streaming, made by the server's own online backup: the embedded binaries hold no
 * {@code pg_basebackup}.
 */
final class PostgresStandby implements AutoCloseable {

    private static final String NAME = "wakit_standby";
    private static final Set<String> OF_THE_PROCESS = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");
    private static final Set<String> MADE_ANEW = Set.of("pg_wal", "pg_replslot");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final EmbeddedPostgres server;

    private PostgresStandby(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Copies a running server, starts the copy, and waits until it follows.
     *
     * @param through the port at which the standby reaches the server
     */
    static PostgresStandby of(RestartablePostgres primary, int through, Path folder) {
        Path copy = folder.resolve("pg-standby");
        try (Connection connection = DriverManager.getConnection(primary.url());
                var statement = connection.createStatement()) {
            statement.execute("alter system set wal_keep_size = '512MB'");
            statement.execute("select pg_reload_conf()");
            statement.execute("select pg_backup_start('" + NAME + "', true)");
            copy(primary.data(), copy);
            try (var label = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
            Files.createFile(copy.resolve("standby.signal"));
            Files.writeString(
                    copy.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=" + through + " user=postgres application_name=" + NAME
                            + "'\n");
            var standby = new PostgresStandby(EmbeddedPostgres.builder()
                    .setPort(FreePort.next())
                    .setDataDirectory(copy)
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setPGStartupWait(PATIENCE)
                    .start());
            awaitTrue(connection, "select count(*) > 0 from pg_stat_replication where state = 'streaming'");
            return standby;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From now on the server acknowledges a commit when the standby has it as well. */
    static void requiredBy(RestartablePostgres primary) {
        try (Connection connection = DriverManager.getConnection(primary.url());
                var statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_standby_names = '" + NAME + "'");
            statement.execute("select pg_reload_conf()");
            awaitTrue(connection, "select count(*) > 0 from pg_stat_replication where sync_state = 'sync'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitTrue(Connection connection, String question) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            try (var statement = connection.createStatement();
                    var answer = statement.executeQuery(question)) {
                return answer.next() && answer.getBoolean(1);
            }
        });
    }

    int port() {
        return server.getPort();
    }

    /** A number that the standby shows now. */
    long number(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The standby becomes the server, with everything that it has received. */
    void promote() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_promote(true, 60)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                // With its permissions: the server refuses a folder that others can read.
                Files.copy(folder, to.resolve(from.relativize(folder).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path name = from.relativize(file);
                boolean isMadeAnew = name.getNameCount() > 1
                        && MADE_ANEW.contains(name.getName(0).toString());
                if (!isMadeAnew && !OF_THE_PROCESS.contains(name.toString())) {
                    try {
                        Files.copy(file, to.resolve(name.toString()));
                    } catch (NoSuchFileException gone) {
                        // A table that was dropped meanwhile; the log says so as well.
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
