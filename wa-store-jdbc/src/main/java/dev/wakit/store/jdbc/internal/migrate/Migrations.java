package dev.wakit.store.jdbc.internal.migrate;

import dev.wakit.campaign.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The migrations of the schema, forward only.
 *
 * <p>They keep their own history table, so that a host's own Flyway on the same database is not disturbed.
 */
public final class Migrations {

    /** The files, in order; the same names for every database. The n-th makes version n of the schema. */
    public static final List<String> FILES = List.of("V001__engine.sql", "V002__catalog.sql");

    /** The table that notes which files were applied. */
    public static final String HISTORY = "wakit_schema_history";

    private static final String FOLDER = "dev/wakit/store/jdbc/migration/";
    private static final int REPEATS = 30;
    private static final long PAUSE_MILLIS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /**
     * Applies what is missing. SQLite has no lock for processes that do this at once: it refuses all but one of them at once and
     * without waiting, so the losers pause for a different time each and look again.
     */
    public static void apply(DataSource database, String dialect) {
        for (int repeat = 0; ; repeat++) {
            try {
                flyway(database, dialect).migrate();
                return;
            } catch (FlywayException error) {
                if (repeat == REPEATS) {
                    throw new StoreException("The schema could not be migrated. See the cause.", error);
                }
                LOG.info("Migrating the schema failed, maybe because another process does it now; trying again.");
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        PAUSE_MILLIS + ThreadLocalRandom.current().nextLong(PAUSE_MILLIS)));
            }
        }
    }

    private static Flyway flyway(DataSource database, String dialect) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:" + FOLDER + dialect)
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .loggers("slf4j")
                .load();
    }

    /**
     * Checks that the database has the schema that this library was written for, whoever made it.
     *
     * @throws StoreException naming both versions, if it is older or newer
     */
    public static void check(Handle handle) {
        int known = FILES.size();
        int found = handle.createQuery("SELECT coalesce(max(version), 0) FROM wa_schema")
                .mapTo(Integer.class)
                .one();
        if (found > known) {
            throw new StoreException("The schema of the database has version " + found
                    + ", and this library knows versions up to " + known
                    + ": a newer WaKit has migrated it. Use that version here as well.");
        }
        if (found < known) {
            throw new StoreException("The schema of the database has version " + found
                    + ", and this library needs version " + known + ". Apply " + FILES.subList(found, known)
                    + " first, or open the store with migrate(true).");
        }
    }

    /** The text of all files of a database. */
    public static String sql(String dialect) {
        var sql = new StringBuilder();
        FILES.forEach(file -> sql.append(read(FOLDER + dialect + "/" + file)));
        return sql.toString();
    }

    private static String read(String resource) {
        try (InputStream stream = Migrations.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The resource " + resource + " is missing from the jar.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
