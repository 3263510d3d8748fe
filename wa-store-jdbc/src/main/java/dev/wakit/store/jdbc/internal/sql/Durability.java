package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.campaign.store.StoreException;
import java.util.Set;

/**
 * Which settings keep a commit that was acknowledged. Everything the engine promises rests on that.
 */
public final class Durability {

    private static final int OLDEST_POSTGRES = 140_000;
    private static final int MAJOR = 10_000;
    private static final Set<String> KEEPING = Set.of("on", "local", "remote_write", "remote_apply");
    private static final Set<String> FULL_OR_EXTRA = Set.of("2", "3");

    private Durability() {}

    /** Accepts the write-ahead log with {@code synchronous} FULL or EXTRA. */
    public static void checkSqlite(String journalMode, String synchronous) {
        require(
                "wal".equalsIgnoreCase(journalMode),
                "SQLite",
                "journal_mode",
                journalMode,
                "Put the file on a local disk, not on a network share, where WAL is not available.");
        require(
                FULL_OR_EXTRA.contains(synchronous),
                "SQLite",
                "synchronous",
                synchronous,
                "Open the file with JdbcStores.sqlite(path), which sets FULL.");
    }

    /** Accepts version 14 or newer with fsync, full page writes and synchronous commits. */
    public static void checkPostgres(int version, String fsync, String synchronousCommit, String fullPageWrites) {
        require(
                version >= OLDEST_POSTGRES,
                "PostgreSQL",
                "server_version",
                String.valueOf(version / MAJOR),
                "Use version 14 or newer.");
        require("on".equals(fsync), "PostgreSQL", "fsync", fsync, "Set fsync = on in postgresql.conf.");
        require(
                KEEPING.contains(synchronousCommit),
                "PostgreSQL",
                "synchronous_commit",
                synchronousCommit,
                "Set it to on for the server, the database and the role that WaKit connects with.");
        require(
                "on".equals(fullPageWrites),
                "PostgreSQL",
                "full_page_writes",
                fullPageWrites,
                "Set full_page_writes = on in postgresql.conf.");
    }

    static void require(boolean kept, String database, String setting, String value, String fix) {
        if (!kept) {
            throw new StoreException(database + " runs with " + setting + " = " + value
                    + ", which may lose what it acknowledged, so that a message could be sent twice. " + fix);
        }
    }
}
