package dev.wakit.store.jdbc;

import dev.wakit.campaign.store.StoreException;
import dev.wakit.store.jdbc.internal.migrate.Migrations;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.MariaDbDialect;
import dev.wakit.store.jdbc.internal.sql.PostgresDialect;
import dev.wakit.store.jdbc.internal.sql.SqliteConnections;
import dev.wakit.store.jdbc.internal.sql.SqliteDialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Opens {@link JdbcStores}. Not thread-safe; every {@link #open()} opens another store on the same database.
 *
 * @since 0.1
 */
public final class JdbcStoresBuilder {

    private final @Nullable Path file;
    private final @Nullable DataSource pool;
    private @Nullable InstantSource clock;
    private boolean migrate = true;
    private ColumnCipher cipher = ColumnCipher.NONE;

    private JdbcStoresBuilder(@Nullable Path file, @Nullable DataSource pool) {
        this.file = file;
        this.pool = pool;
    }

    static JdbcStoresBuilder of(Path file) {
        return new JdbcStoresBuilder(Objects.requireNonNull(file, "file"), null);
    }

    static JdbcStoresBuilder of(DataSource pool) {
        return new JdbcStoresBuilder(null, Objects.requireNonNull(pool, "database"));
    }

    /**
     * The clock that leases go by.
     *
     * <p>Default: the process's clock for SQLite, which has none of its own, and the server's for the others, where setting it is
     * for tests.
     */
    public JdbcStoresBuilder clock(InstantSource clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    /** Whether missing migrations are applied; default true. See {@link Schema} for doing it with another tool. */
    public JdbcStoresBuilder migrate(boolean migrate) {
        this.migrate = migrate;
        return this;
    }

    /**
     * Encrypts what the shop keeps about people, with AES-GCM; without keys, which is the default, it is kept in clear text.
     *
     * <p>Encrypted are names, addresses, notes, own fields and the messages of carts and enquiries, of what is written from now on; by the
     * number or user id of a person their rows are found, so that stays in clear text, as does everything of campaigns.
     *
     * @throws StoreException if there is no current key, or one of an impossible length
     */
    public JdbcStoresBuilder dataKeys(DataKeys keys) {
        this.cipher = ColumnCipher.of(keys);
        return this;
    }

    /**
     * Opens the store.
     *
     * @throws StoreException if the database cannot be opened, is not supported, would not keep what it acknowledged, or has a
     *     schema that is older or newer than this library
     */
    public JdbcStores open() {
        return open(() -> {});
    }

    JdbcStores open(Runnable closing) {
        return file != null ? openFile(file) : openPool(Objects.requireNonNull(pool), closing);
    }

    private JdbcStores openFile(Path path) {
        var connections = SqliteConnections.open(path);
        try {
            var dialect = new SqliteDialect(clock == null ? InstantSource.system() : clock);
            return open(
                    dialect,
                    connections.file(),
                    connections.inTurn(),
                    connections.writer(),
                    connections.reader(),
                    connections::close);
        } catch (RuntimeException error) {
            connections.close();
            throw error;
        }
    }

    private JdbcStores openPool(DataSource database, Runnable closing) {
        return open(dialect(database), database, database, database::getConnection, database::getConnection, closing);
    }

    private JdbcStores open(
            Dialect dialect,
            DataSource plain,
            DataSource forJobs,
            ConnectionFactory writer,
            ConnectionFactory reader,
            Runnable closing) {
        var database = new Database(dialect, writer, reader);
        database.write("check its settings", handle -> {
            dialect.checkDurability(handle);
            return true;
        });
        if (migrate) {
            Migrations.apply(plain, dialect.name());
        }
        database.read(
                "find the tables of WaKit; apply the migrations first",
                handle -> handle.createQuery("SELECT count(*) FROM wa_setting WHERE 1 = 0")
                        .mapTo(Long.class)
                        .one());
        database.read("check the version of its schema", handle -> {
            Migrations.check(handle);
            return true;
        });
        database.write("check how it counts", handle -> {
            dialect.checkCounts(handle);
            return true;
        });
        return new JdbcStores(database, forJobs, closing, cipher);
    }

    private Dialect dialect(DataSource database) {
        String product = product(database);
        return switch (product) {
            case "PostgreSQL" -> new PostgresDialect(clock);
            case "MariaDB" -> new MariaDbDialect(clock);
            case "SQLite" ->
                throw new StoreException(
                        "A SQLite database cannot be opened through a pool, because its writers must take turns. "
                                + "Use JdbcStores.sqlite(path).");
            default ->
                throw new StoreException(
                        product + " is not supported. Use PostgreSQL 14 or newer, MariaDB 10.6 or newer with"
                                + " its own driver, or JdbcStores.sqlite(path).");
        };
    }

    private static String product(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException error) {
            throw new StoreException("The database cannot be reached. Check address, user and password.", error);
        }
    }
}
