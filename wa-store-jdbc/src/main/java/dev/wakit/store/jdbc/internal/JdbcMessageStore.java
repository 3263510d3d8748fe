package dev.wakit.store.jdbc.internal;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.MessageSubject;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.store.MessageStore;
import dev.wakit.catalog.store.ReminderQuery;
import dev.wakit.store.jdbc.internal.message.MessageTable;
import dev.wakit.store.jdbc.internal.sql.Database;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/** Messages about orders, carts and enquiries, over JDBC. Thread-safe. */
public final class JdbcMessageStore implements MessageStore {

    private final Database database;
    private final MessageTable messages;

    /** Over a database. */
    public JdbcMessageStore(Database database, MessageTable messages) {
        this.database = database;
        this.messages = messages;
    }

    @Override
    public boolean plan(ShopMessage message) {
        return database.write("plan a message", handle -> messages.insert(handle, List.of(message)) == 1);
    }

    @Override
    public List<ShopMessage> due(TenantId tenant, Instant now, int limit) {
        return database.read("find planned messages", handle -> messages.due(handle, tenant, now, limit));
    }

    @Override
    public boolean settle(ShopMessage message) {
        return database.write("settle a message", handle -> messages.settle(handle, message));
    }

    @Override
    public List<ShopMessage> list(TenantId tenant, MessageSubject subject, long subjectId) {
        return database.read("list messages", handle -> messages.list(handle, tenant, subject, subjectId));
    }

    @Override
    public SortedMap<Long, Integer> unreminded(TenantId tenant, ReminderQuery query) {
        return database.read("find what to remind of", handle -> messages.unreminded(handle, tenant, query));
    }
}
