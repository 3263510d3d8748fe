package dev.wakit.store.jdbc.internal.message;

import dev.wakit.TenantId;
import dev.wakit.catalog.message.MessageForm;
import dev.wakit.catalog.message.MessageSubject;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.message.ShopMessageKind;
import dev.wakit.catalog.message.ShopMessageState;
import dev.wakit.catalog.store.ReminderQuery;
import dev.wakit.commerce.OrderState;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_shop_message}. Thread-safe. */
public final class MessageTable {

    private static final String OF_SUBJECT = " WHERE tenant_id = :tenant AND subject = :subject AND subject_id = :id";
    private static final String REMINDERS = "FROM wa_shop_message m WHERE m.tenant_id = s.tenant_id"
            + " AND m.subject = :subject AND m.subject_id = s.id AND m.kind = 'REMINDER'";

    private final String insert;

    /** For a database. */
    public MessageTable(Dialect dialect) {
        this.insert = dialect.insertNew("""
                wa_shop_message (tenant_id, subject, subject_id, kind, place, state, order_state, shipment, form, delivery,
                    reason, attempts, next_at, created_at, settled_at)
                VALUES (:tenant, :subject, :id, :kind, :place, :state, :orderState, :shipment, :form, :delivery, :reason,
                    :attempts, :next, :created, :settled)
                """, "tenant_id, subject, subject_id, kind, place");
    }

    /** Adds messages. Returns how many were not there. */
    public int insert(Handle handle, List<ShopMessage> messages) {
        return messages.stream()
                .mapToInt(message -> bind(handle.createUpdate(insert), message)
                        .bind("orderState", message.orderState().map(Enum::name).orElse(null))
                        .bind("shipment", message.shipment())
                        .bind("created", message.createdAt().toEpochMilli())
                        .execute())
                .sum();
    }

    /** Changes a message that is planned. */
    public boolean settle(Handle handle, ShopMessage message) {
        return bind(
                                handle.createUpdate("""
                                UPDATE wa_shop_message SET state = :state, form = :form, delivery = :delivery,
                                    reason = :reason, attempts = :attempts, next_at = :next, settled_at = :settled
                                """ + OF_SUBJECT
                                        + " AND kind = :kind AND place = :place AND state = 'PLANNED'"),
                                message)
                        .execute()
                == 1;
    }

    private static Update bind(Update update, ShopMessage message) {
        return update.bind("tenant", message.tenant().value())
                .bind("subject", message.subject().name())
                .bind("id", message.subjectId())
                .bind("kind", message.kind().name())
                .bind("place", message.place())
                .bind("state", message.state().name())
                .bind("form", message.form().name())
                .bind("delivery", Values.textOrNull(message.delivery()))
                .bind("reason", Values.textOrNull(message.reason()))
                .bind("attempts", message.attempts())
                .bind("next", message.nextAt().toEpochMilli())
                .bind("settled", Values.millisOrNull(message.settledAt()));
    }

    /** Planned messages whose time has come. */
    public List<ShopMessage> due(Handle handle, TenantId tenant, Instant now, int limit) {
        return handle.createQuery("""
                        SELECT * FROM wa_shop_message
                        WHERE tenant_id = :tenant AND state = 'PLANNED' AND next_at <= :now
                        ORDER BY next_at, created_at, subject_id, place LIMIT :limit
                        """)
                .bind("tenant", tenant.value())
                .bind("now", now.toEpochMilli())
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /** The messages about something. */
    public List<ShopMessage> list(Handle handle, TenantId tenant, MessageSubject subject, long id) {
        return handle.createQuery("SELECT * FROM wa_shop_message" + OF_SUBJECT + " ORDER BY created_at, place, kind")
                .bind("tenant", tenant.value())
                .bind("subject", subject.name())
                .bind("id", id)
                .map((row, context) -> map(row))
                .list();
    }

    /** What is to be reminded of, with the number of reminders so far. */
    public SortedMap<Long, Integer> unreminded(Handle handle, TenantId tenant, ReminderQuery query) {
        var found = new TreeMap<Long, Integer>();
        handle.createQuery("SELECT s.id, (SELECT COUNT(*) " + REMINDERS + ") AS reminders FROM "
                        + candidates(query.subject())
                        + " AND s.tenant_id = :tenant AND s.contact IS NOT NULL AND (SELECT COUNT(*) " + REMINDERS
                        + ") < :most AND NOT EXISTS (SELECT 1 " + REMINDERS
                        + " AND (m.state <> 'QUEUED' OR m.created_at > :last)) ORDER BY s.id LIMIT :limit")
                .bind("tenant", tenant.value())
                .bind("subject", query.subject().name())
                .bind("until", query.until().toEpochMilli())
                .bind("since", query.since().toEpochMilli())
                .bind("last", query.lastUntil().toEpochMilli())
                .bind("most", query.most())
                .bind("limit", query.limit())
                .map((row, context) -> found.put(row.getLong("id"), row.getInt("reminders")))
                .list();
        return found;
    }

    private static String candidates(MessageSubject subject) {
        return switch (subject) {
            case ORDER -> """
                    wa_order s WHERE s.status IN ('PENDING', 'CONFIRMED', 'PROCESSING') AND s.payment_status = 'UNPAID'
                        AND s.placed_at <= :until AND s.placed_at > :since
                    """;
            case CART -> """
                    wa_assisted_cart s WHERE s.state IN ('ACTIVE', 'CHECKOUT', 'ABANDONED')
                        AND s.active_at <= :until AND s.active_at > :since
                        AND EXISTS (SELECT 1 FROM wa_assisted_item i WHERE i.tenant_id = s.tenant_id AND i.cart_id = s.id)
                    """;
            case ENQUIRY -> "wa_enquiry s WHERE s.sent_at <= :until AND s.sent_at > :since";
        };
    }

    private static ShopMessage map(ResultSet row) throws SQLException {
        String orderState = Values.text(row, "order_state");
        return new ShopMessage(
                new TenantId(row.getString("tenant_id")),
                MessageSubject.valueOf(row.getString("subject")),
                row.getLong("subject_id"),
                ShopMessageKind.valueOf(row.getString("kind")),
                row.getInt("place"),
                ShopMessageState.valueOf(row.getString("state")),
                orderState.isEmpty() ? Optional.empty() : Optional.of(OrderState.valueOf(orderState)),
                row.getInt("shipment"),
                MessageForm.valueOf(row.getString("form")),
                Values.text(row, "delivery"),
                Values.text(row, "reason"),
                row.getInt("attempts"),
                Values.time(row, "next_at"),
                Values.time(row, "created_at"),
                Values.time(row, "settled_at"));
    }
}
