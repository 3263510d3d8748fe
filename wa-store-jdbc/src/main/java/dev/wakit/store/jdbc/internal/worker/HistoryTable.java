package dev.wakit.store.jdbc.internal.worker;

import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/**
 * Owner of {@code wa_history}, with the highest beat that was seen through this instance. Thread-safe.
 *
 * <p>The memory is outside the database on purpose: a database that was set back cannot tell so itself.
 */
public final class HistoryTable {

    /** The beat of the installation, for use inside another statement. */
    public static final String BEAT = "(SELECT h.beat FROM wa_history h WHERE h.tenant_id = '')";

    private final Dialect dialect;
    private final AtomicLong seen = new AtomicLong();

    /** For a database. */
    public HistoryTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The beat and the identity that are stored. */
    public record State(long beat, String identity) {}

    /** Advances the beat by one. An identity that was never noted is. */
    public State advance(Handle handle, String identity) {
        ensure(handle);
        handle.createUpdate("""
                        UPDATE wa_history SET beat = beat + 1,
                            identity = CASE WHEN identity = '' THEN :identity ELSE identity END
                        WHERE tenant_id = ''
                        """).bind("identity", identity).execute();
        return state(handle, "");
    }

    /** Holds off beginnings and ends of quarantines until the transaction ends. */
    public void share(Handle handle) {
        ensure(handle);
        state(handle, dialect.forShare());
    }

    /** Lifts the beat above all that was seen and accepts this identity; holds off everybody else until the transaction ends. */
    public void accept(Handle handle, String identity) {
        ensure(handle);
        State stored = state(handle, dialect.forUpdate());
        handle.createUpdate("UPDATE wa_history SET beat = :beat, identity = :identity WHERE tenant_id = ''")
                .bind("beat", Math.max(stored.beat(), seen.get()) + 1)
                .bind("identity", identity)
                .execute();
    }

    /** The row, locked until the transaction ends. */
    public void lock(Handle handle) {
        ensure(handle);
        state(handle, dialect.forUpdate());
    }

    /** Remembers a beat whose transaction is durable. */
    public void remember(long beat) {
        seen.accumulateAndGet(beat, Math::max);
    }

    /** The highest beat that is remembered: a statement that begins now cannot show a lower one, unless history was lost. */
    public long seen() {
        return seen.get();
    }

    private static State state(Handle handle, String lock) {
        return handle.createQuery("SELECT beat, identity FROM wa_history WHERE tenant_id = ''" + lock)
                .map((row, context) -> new State(row.getLong("beat"), row.getString("identity")))
                .one();
    }

    private void ensure(Handle handle) {
        boolean there = handle.createQuery("SELECT count(*) FROM wa_history WHERE tenant_id = ''")
                        .mapTo(Long.class)
                        .one()
                > 0;
        if (!there) {
            handle.createUpdate(
                            dialect.insertNew("wa_history (tenant_id, beat, identity) VALUES ('', 0, '')", "tenant_id"))
                    .execute();
        }
    }
}
