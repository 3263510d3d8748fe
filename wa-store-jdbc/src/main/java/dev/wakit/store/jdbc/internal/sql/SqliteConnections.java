package dev.wakit.store.jdbc.internal.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wakit.campaign.store.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/**
 * The connections to one SQLite file: one for writing, handed out in turn, and a few for reading. Thread-safe.
 */
public final class SqliteConnections implements AutoCloseable {

    private static final int READERS = 4;
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final SQLiteDataSource file;
    private final HikariDataSource readers;
    private final ReentrantLock turn = new ReentrantLock(true);
    private @Nullable Connection writer;

    private SqliteConnections(SQLiteDataSource file) {
        this.file = file;
        this.readers = new HikariDataSource(readers(file));
    }

    /** Opens a file, which is made, readable by its owner only, if it is missing. */
    public static SqliteConnections open(Path path) {
        create(path.toAbsolutePath());
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        var file = new SQLiteDataSource(config);
        file.setUrl("jdbc:sqlite:" + path.toAbsolutePath());
        return new SqliteConnections(file);
    }

    private static void create(Path path) {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.createFile(path, ownerOnly(path));
        } catch (FileAlreadyExistsException opened) {
            // An existing file keeps the permissions its owner gave it.
        } catch (IOException error) {
            throw new StoreException("The database file cannot be created. Check the path and its permissions.", error);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    private static HikariConfig readers(DataSource file) {
        var config = new HikariConfig();
        config.setPoolName("wakit-sqlite-readers");
        config.setDataSource(file);
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setConnectionInitSql("PRAGMA query_only = ON");
        return config;
    }

    /** The plain file, for migrations. */
    public DataSource file() {
        return file;
    }

    /** The reading side. */
    public ConnectionFactory reader() {
        return readers::getConnection;
    }

    /** The writing side: whoever opens waits for the turn, and gives it on by closing. */
    public ConnectionFactory writer() {
        return new ConnectionFactory() {
            @Override
            public Connection openConnection() throws SQLException {
                turn.lock();
                try {
                    return usable();
                } catch (SQLException | RuntimeException error) {
                    turn.unlock();
                    throw error;
                }
            }

            @Override
            public void closeConnection(Connection connection) {
                turn.unlock();
            }
        };
    }

    /** The writing side for a library that wants a pool: each connection is the one writer, given on when it is closed. */
    public DataSource inTurn() {
        return new TurnSource(writer());
    }

    private Connection usable() throws SQLException {
        if (readers.isClosed()) {
            throw new SQLException("The store is closed.");
        }
        Connection open = writer;
        if (open == null || open.isClosed()) {
            open = file.getConnection();
            writer = open;
        }
        return open;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            readers.close();
            closeWriter();
        } catch (SQLException error) {
            throw Failures.translate("close the file", error);
        } finally {
            turn.unlock();
        }
    }

    private void closeWriter() throws SQLException {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
