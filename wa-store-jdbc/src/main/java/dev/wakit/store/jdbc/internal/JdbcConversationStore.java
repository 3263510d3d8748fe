package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.Conversation;
import dev.wakit.catalog.store.ConversationStore;
import dev.wakit.store.jdbc.internal.message.ConversationTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.util.List;

/** When customers last wrote, over JDBC. Thread-safe. */
public final class JdbcConversationStore implements ConversationStore {

    private final Database database;
    private final ConversationTable conversations;

    /** Over a database. */
    public JdbcConversationStore(Database database) {
        this.database = database;
        this.conversations = new ConversationTable(database.dialect());
    }

    @Override
    public void customerWrote(TenantId tenant, String contact, String sender, Instant at) {
        database.write("note a message of a customer", handle -> {
            conversations.customerWrote(handle, tenant, contact, sender, at);
            return true;
        });
    }

    @Override
    public void agentWrote(TenantId tenant, String contact, String sender, Instant at) {
        database.write("note a message to a customer", handle -> {
            conversations.agentWrote(handle, tenant, contact, sender, at);
            return true;
        });
    }

    @Override
    public List<Conversation> list(TenantId tenant, String contact) {
        return database.read("find conversations", handle -> conversations.list(handle, tenant, contact));
    }

    @Override
    public int erase(TenantId tenant, String contact) {
        return database.write(
                "erase a person from conversations", handle -> conversations.delete(handle, tenant, contact));
    }
}
