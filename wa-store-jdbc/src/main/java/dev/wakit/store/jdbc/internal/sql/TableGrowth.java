package dev.wakit.store.jdbc.internal.sql;

import dev.wakit.campaign.store.StoreException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the database count a table again that outgrew its statistics, before plans that were made for a small one are used on it. Thread-safe. */
public final class TableGrowth {

    private static final Logger LOG = LoggerFactory.getLogger(TableGrowth.class);
    private static final long STEP = 1_000;

    private final Database database;
    private final String table;
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong askAt = new AtomicLong(STEP);

    /** Of a table. */
    public TableGrowth(Database database, String table) {
        this.database = database;
        this.table = table;
    }

    /** So many rows were committed. The database is asked once in a thousand, since single sends come one by one. */
    public void added(int rows) {
        long since = added.addAndGet(rows);
        long due = askAt.get();
        if (since < due || !askAt.compareAndSet(due, since + STEP)) {
            return;
        }
        try {
            if (database.read("count a table", handle -> database.dialect().countAgain(handle, table, since))) {
                added.addAndGet(-since);
                askAt.set(STEP);
            }
        } catch (StoreException e) {
            LOG.warn("The rows of {} could not be counted; queries may be slow until the database does it", table, e);
        }
    }
}
