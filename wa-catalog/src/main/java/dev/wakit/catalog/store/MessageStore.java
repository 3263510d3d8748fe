package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.MessageSubject;
import dev.wakit.catalog.message.ShopMessage;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Messages about orders, carts and enquiries. Those that tell a change of an order are planned by {@link OrderStore}.
 *
 * @since 0.1
 */
public interface MessageStore {

    /** Adds a message; one of the same subject, kind and place is left alone. Returns whether it was added. */
    boolean plan(ShopMessage message);

    /** Messages that are to be handed over now, the longest due first. */
    List<ShopMessage> due(TenantId tenant, Instant now, int limit);

    /** Writes what became of a message, or when it is tried again, if it is still planned. */
    boolean settle(ShopMessage message);

    /** The messages about something, the oldest first. */
    List<ShopMessage> list(TenantId tenant, MessageSubject subject, long subjectId);

    /** What is to be reminded of, and how many reminders there were. */
    SortedMap<Long, Integer> unreminded(TenantId tenant, ReminderQuery query);
}
