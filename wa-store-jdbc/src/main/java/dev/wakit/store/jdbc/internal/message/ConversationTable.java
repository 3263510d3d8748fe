package dev.wakit.store.jdbc.internal.message;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.Conversation;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Owner of {@code wa_conversation}. Thread-safe. */
public final class ConversationTable {

    private static final String OF_PERSON = " WHERE tenant_id = :tenant AND contact = :contact";

    private final String insert;

    /** For a database. */
    public ConversationTable(Dialect dialect) {
        this.insert = dialect.insertNew("""
                wa_conversation (tenant_id, contact, sender, wrote_at, agent_at)
                VALUES (:tenant, :contact, :sender, 0, 0)
                """, "tenant_id, contact, sender");
    }

    /** Notes that the customer wrote. */
    public void customerWrote(Handle handle, TenantId tenant, String contact, String sender, Instant at) {
        note(handle, tenant, contact, sender, at, """
                UPDATE wa_conversation SET wrote_at = CASE WHEN wrote_at < :at THEN :at ELSE wrote_at END
                """);
    }

    /** Notes that a person of the business wrote. */
    public void agentWrote(Handle handle, TenantId tenant, String contact, String sender, Instant at) {
        note(handle, tenant, contact, sender, at, """
                UPDATE wa_conversation SET agent_at = CASE WHEN agent_at < :at THEN :at ELSE agent_at END
                """);
    }

    private void note(Handle handle, TenantId tenant, String contact, String sender, Instant at, String update) {
        if (!update(handle, tenant, contact, sender, at, update)) {
            handle.createUpdate(insert)
                    .bind("tenant", tenant.value())
                    .bind("contact", contact)
                    .bind("sender", sender)
                    .execute();
            update(handle, tenant, contact, sender, at, update);
        }
    }

    private static boolean update(
            Handle handle, TenantId tenant, String contact, String sender, Instant at, String update) {
        return handle.createUpdate(update + OF_PERSON + " AND sender = :sender")
                        .bind("tenant", tenant.value())
                        .bind("contact", contact)
                        .bind("sender", sender)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }

    /** The conversations of a person. */
    public List<Conversation> list(Handle handle, TenantId tenant, String contact) {
        return handle.createQuery(
                        "SELECT sender, wrote_at, agent_at FROM wa_conversation" + OF_PERSON + " ORDER BY sender")
                .bind("tenant", tenant.value())
                .bind("contact", contact)
                .map((row, context) -> new Conversation(
                        row.getString("sender"), Values.time(row, "wrote_at"), Values.time(row, "agent_at")))
                .list();
    }

    /** Deletes the conversations of a person. */
    public int delete(Handle handle, TenantId tenant, String contact) {
        return handle.createUpdate("DELETE FROM wa_conversation" + OF_PERSON)
                .bind("tenant", tenant.value())
                .bind("contact", contact)
                .execute();
    }
}
