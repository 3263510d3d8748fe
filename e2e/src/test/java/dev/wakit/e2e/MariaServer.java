package dev.wakit.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;

/** One MariaDB server for all tests of this JVM, which is stopped and deleted with it. */
final class MariaServer {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String ADDRESS = start();

    private MariaServer() {}

    private static String start() {
        try {
            Path folder = Files.createTempDirectory("wakit-mariadb");
            var server = MariaProcess.start(folder.resolve("data"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileUtils.deleteQuietly(folder.toFile());
            }));
            return server.address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a new database. */
    static String newDatabase() {
        String name = "wakit" + COUNTER.incrementAndGet();
        try (var connection = DriverManager.getConnection(ADDRESS, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ADDRESS + name;
    }

    /** Copies all tables of a database into another one, as they are at one moment. */
    static void copy(String url) {
        String name = name(url);
        in(url, statement -> {
            statement.execute("create or replace database " + name + "_old");
            List<String> tables = tables(statement, name);
            for (String table : tables) {
                statement.execute("create table " + name + "_old." + table + " like " + name + "." + table);
            }
            statement.execute("set session transaction isolation level repeatable read");
            statement.execute("start transaction with consistent snapshot");
            for (String table : tables) {
                statement.execute("insert into " + name + "_old." + table + " select * from " + name + "." + table);
            }
            statement.execute("commit");
        });
    }

    /** Puts the copy in the place of what came after it, in one step for everybody else. */
    static void setBack(String url) {
        String name = name(url);
        in(url, statement -> {
            List<String> tables = tables(statement, name);
            String locks = tables.stream()
                    .map(table -> name + "." + table + " write, " + name + "_old." + table + " write")
                    .collect(Collectors.joining(", "));
            statement.execute("set autocommit = 0, foreign_key_checks = 0");
            statement.execute("lock tables " + locks);
            for (String table : tables) {
                statement.execute("delete from " + name + "." + table);
                statement.execute("insert into " + name + "." + table + " select * from " + name + "_old." + table);
            }
            statement.execute("commit");
            statement.execute("unlock tables");
        });
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<String> tables(Statement statement, String database) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = statement.executeQuery("select table_name from information_schema.tables where table_schema = '"
                + database + "' and table_name like 'wa\\_%' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    @FunctionalInterface
    private interface Work {
        void with(Statement statement) throws SQLException;
    }

    // A copy or a set-back may lose a deadlock against the workers; then it is done again.
    private static void in(String url, Work work) {
        for (int tries = 1; ; tries++) {
            try (var connection = DriverManager.getConnection(url, "root", "");
                    var statement = connection.createStatement()) {
                work.with(statement);
                return;
            } catch (SQLException e) {
                if (tries == 10) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
