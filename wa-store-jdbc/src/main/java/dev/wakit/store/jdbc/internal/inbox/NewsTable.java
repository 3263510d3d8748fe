package dev.wakit.store.jdbc.internal.inbox;

import dev.wakit.TenantId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_news}. Thread-safe. */
public final class NewsTable {

    private final Dialect dialect;

    /** For a database. */
    public NewsTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Notes the time of the latest news about a subject; whether it is this one.
     *
     * <p>The last statement decides, and sees what whoever was faster wrote: the update before it waited for them.
     */
    public boolean note(Handle handle, TenantId tenant, String subject, Instant at) {
        String rows = "wa_news (tenant_id, subject, said_at) VALUES (:tenant, :subject, :at)";
        handle.createUpdate(dialect.insertNew(rows, "tenant_id, subject"))
                .bind("tenant", tenant.value())
                .bind("subject", Values.key(subject))
                .bind("at", at.toEpochMilli())
                .execute();
        handle.createUpdate("""
                        UPDATE wa_news SET said_at = :at
                        WHERE tenant_id = :tenant AND subject = :subject AND said_at < :at
                        """)
                .bind("tenant", tenant.value())
                .bind("subject", subject)
                .bind("at", at.toEpochMilli())
                .execute();
        long latest = handle.createQuery("SELECT said_at FROM wa_news WHERE tenant_id = :tenant AND subject = :subject")
                .bind("tenant", tenant.value())
                .bind("subject", subject)
                .mapTo(Long.class)
                .one();
        return latest <= at.toEpochMilli();
    }

    /** Forgets what was said before a time. */
    public void purge(Handle handle, Instant olderThan) {
        handle.createUpdate("DELETE FROM wa_news WHERE said_at < :olderThan")
                .bind("olderThan", olderThan.toEpochMilli())
                .execute();
    }
}
