package dev.wakit.e2e.simulation;

import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.DeliveryTransitions;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.store.jdbc.OpenedStores;
import dev.wakit.store.jdbc.Schema;
import dev.wakit.store.jdbc.internal.sql.SqliteDialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConnection;

/**
 * The real schema and the real stores over SQLite in memory. Triggers watch each row: a move that is not allowed, a lost fact and a
 * write under an epoch that is over are noted in a table of their own.
 */
final class MemoryDatabase implements SimulatedDatabase {

    private static final String IN_MEMORY = "jdbc:sqlite::memory:";
    private static final String MAIN = "main";

    /** A database without rows: copying it takes a tenth of the time that making its tables takes. */
    private static final byte[] EMPTY = empty();

    private final Connection raw;
    private final Jdbc jdbc;
    private Connection handedOut;

    MemoryDatabase(Jdbc jdbc) throws SQLException {
        this.raw = DriverManager.getConnection(IN_MEMORY);
        this.jdbc = jdbc;
        raw.unwrap(SQLiteConnection.class).deserialize(MAIN, EMPTY);
    }

    private static byte[] empty() {
        try (Connection connection = DriverManager.getConnection(IN_MEMORY);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(Schema.SQLITE.sql());
            statement.executeUpdate(watch());
            return connection.unwrap(SQLiteConnection.class).serialize(MAIN);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String watch() {
        var sql = new StringBuilder("""
                CREATE TABLE sim_violation (what TEXT NOT NULL);
                CREATE TABLE sim_allowed (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
                CREATE TRIGGER sim_move AFTER UPDATE OF state ON wa_delivery WHEN OLD.state <> NEW.state
                    AND NOT EXISTS (SELECT 1 FROM sim_allowed WHERE a = OLD.state AND b = NEW.state)
                    BEGIN INSERT INTO sim_violation VALUES ('a delivery moved from ' || OLD.state || ' to ' || NEW.state); END;
                CREATE TRIGGER sim_rerun AFTER UPDATE OF attempt_no ON wa_delivery
                    WHEN NEW.state = 'SENDING' AND NEW.attempt_no <> OLD.attempt_no AND OLD.state <> 'PENDING'
                    BEGIN INSERT INTO sim_violation VALUES ('an attempt began while the row was ' || OLD.state); END;
                CREATE TRIGGER sim_back AFTER UPDATE OF attempt_no ON wa_delivery WHEN NEW.attempt_no < OLD.attempt_no
                    BEGIN INSERT INTO sim_violation VALUES ('an attempt number went back'); END;
                CREATE TRIGGER sim_fence AFTER UPDATE OF state ON wa_delivery
                    WHEN NEW.state = 'SENDING' AND OLD.state <> 'SENDING' AND NEW.lane_epoch <>
                        (SELECT epoch FROM wa_lane WHERE tenant_id = NEW.tenant_id AND lane = NEW.lane)
                    BEGIN INSERT INTO sim_violation VALUES ('an intent was committed under an epoch that was over'); END;
                CREATE TRIGGER sim_fact AFTER UPDATE OF delivered_at, read_at ON wa_delivery
                    WHEN (OLD.delivered_at IS NOT NULL AND NEW.delivered_at IS NULL)
                        OR (OLD.read_at IS NOT NULL AND NEW.read_at IS NULL)
                    BEGIN INSERT INTO sim_violation VALUES ('proof of delivery was erased'); END;
                """);
        for (DeliveryState from : DeliveryState.values()) {
            for (DeliveryState to : DeliveryTransitions.after(from)) {
                sql.append("INSERT INTO sim_allowed VALUES ('%s', '%s');\n".formatted(from, to));
            }
        }
        return sql.toString();
    }

    @Override
    public Connection raw() {
        return raw;
    }

    @Override
    public JdbcStores stores(InstantSource clock) {
        return OpenedStores.open(new SqliteDialect(clock), connections(), false);
    }

    private ConnectionFactory connections() {
        return new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                return connection();
            }

            @Override
            public void closeConnection(Connection connection) {}
        };
    }

    private Connection connection() throws SQLException {
        jdbc.opening();
        if (handedOut == null || handedOut.isClosed()) {
            handedOut = jdbc.wrap(keptOpen());
        }
        return handedOut;
    }

    /** Closing it only ends its transaction: in memory, the connection is the database. */
    private Connection keptOpen() {
        var closed = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            closed[0] = true;
                            rollback();
                            return null;
                        }
                        case "isClosed" -> {
                            return closed[0];
                        }
                        default -> {
                            try {
                                return method.invoke(raw, args);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    private void rollback() throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException nothingIsOpen) {
            if (!String.valueOf(nothingIsOpen.getMessage()).contains("no transaction is active")) {
                throw nothingIsOpen;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        raw.close();
    }
}
