package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.campaign.store.StoreException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The settings of a MariaDB server that the engine's promises rest on. */
public final class MariaDbSettings {

    private static final String NAME = "MariaDB";
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\..*");
    private static final int OLDEST_MAJOR = 10;
    private static final int OLDEST_MINOR = 6;
    /** 3 is the group commit of MariaDB 5.5, which syncs as well. */
    private static final Set<String> SYNCED = Set.of("1", "3");
    /** A webhook has up to 4 MiB, and every byte of it may need an escape in the statement. */
    private static final long SMALLEST_PACKET = 16L * 1024 * 1024;

    private MariaDbSettings() {}

    /** The settings of the server, those of the session where it has its own. */
    static Map<String, String> read(Handle handle) {
        var settings = new HashMap<String, String>();
        handle.createQuery("""
                        SHOW SESSION VARIABLES WHERE Variable_name IN ('version', 'innodb_flush_log_at_trx_commit',
                            'innodb_doublewrite', 'log_bin', 'sync_binlog', 'binlog_format', 'sql_mode',
                            'max_allowed_packet', 'wsrep_on')
                        """)
                .map((row, context) -> settings.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2)))
                .list();
        return settings;
    }

    /**
     * Accepts version 10.6 or newer that syncs every commit, refuses values that do not fit, and is not a Galera cluster.
     *
     * @param settings the variables by their lower-case names
     */
    public static void check(Map<String, String> settings) {
        checkDurability(settings);
        checkBinaryLog(settings);
        checkUse(settings);
    }

    private static void checkDurability(Map<String, String> settings) {
        Durability.require(
                SYNCED.contains(value(settings, "innodb_flush_log_at_trx_commit")),
                NAME,
                "innodb_flush_log_at_trx_commit",
                value(settings, "innodb_flush_log_at_trx_commit"),
                "Set it to 1 in the server's configuration.");
        Durability.require(
                "ON".equals(value(settings, "innodb_doublewrite")),
                NAME,
                "innodb_doublewrite",
                value(settings, "innodb_doublewrite"),
                "Set it to ON in the server's configuration.");
        Durability.require(
                !"ON".equals(value(settings, "wsrep_on")),
                NAME,
                "wsrep_on",
                value(settings, "wsrep_on"),
                "Row locks do not reach the other nodes of a Galera cluster. Use a single primary server.");
    }

    // A commit that is not in the binary log after a crash of the machine is rolled back.
    private static void checkBinaryLog(Map<String, String> settings) {
        if (!"ON".equals(value(settings, "log_bin"))) {
            return;
        }
        Durability.require(
                "1".equals(value(settings, "sync_binlog")),
                NAME,
                "sync_binlog",
                value(settings, "sync_binlog"),
                "Set it to 1 in the server's configuration, or switch log_bin off.");
        require(
                !"STATEMENT".equals(value(settings, "binlog_format")),
                "binlog_format",
                "STATEMENT",
                "which refuses to write at READ COMMITTED. Set it to MIXED or ROW.");
    }

    private static void checkUse(Map<String, String> settings) {
        String version = value(settings, "version");
        require(isNewEnough(version), "version", version, "which has no SKIP LOCKED. Use version 10.6 or newer.");
        String mode = value(settings, "sql_mode");
        require(
                mode.contains("STRICT_TRANS_TABLES") || mode.contains("STRICT_ALL_TABLES"),
                "sql_mode",
                "'" + mode + "'",
                "which stores a part of a value that does not fit. Add STRICT_TRANS_TABLES.");
        String packet = value(settings, "max_allowed_packet");
        require(
                !packet.isEmpty() && Long.parseLong(packet) >= SMALLEST_PACKET,
                "max_allowed_packet",
                packet,
                "which is too small for a webhook of 4 MiB. Set it to 16M or more.");
    }

    private static boolean isNewEnough(String version) {
        Matcher parts = VERSION.matcher(version);
        if (!parts.matches()) {
            return false;
        }
        int major = Integer.parseInt(parts.group(1));
        return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && Integer.parseInt(parts.group(2)) >= OLDEST_MINOR);
    }

    private static String value(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").toUpperCase(Locale.ROOT);
    }

    private static void require(boolean fits, String setting, String value, String why) {
        if (!fits) {
            throw new StoreException(NAME + " runs with " + setting + " = " + value + ", " + why);
        }
    }
}
