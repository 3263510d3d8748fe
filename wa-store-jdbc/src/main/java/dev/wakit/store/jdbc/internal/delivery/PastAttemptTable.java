package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_past_attempt}. Thread-safe. */
public final class PastAttemptTable {

    private final Dialect dialect;

    /** For a database. */
    public PastAttemptTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds attempts that ended; those that are there stay. */
    void add(Handle handle, TenantId tenant, Collection<PastAttempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                handle.prepareBatch(dialect.insertNew("""
                wa_past_attempt (tenant_id, delivery_id, attempt_no, message_id, error_code, error_text, ended_at)
                VALUES (:tenant, :delivery, :attemptNo, :messageId, :errorCode, :errorText, :endedAt)
                """, "tenant_id, delivery_id, attempt_no, message_id"));
        for (PastAttempt attempt : attempts) {
            batch.bind("tenant", tenant.value())
                    .bind("delivery", attempt.delivery().value())
                    .bind("attemptNo", attempt.attemptNo())
                    .bind("messageId", Values.key(attempt.messageId()))
                    .bind("errorCode", Values.textOrNull(attempt.errorCode()))
                    .bind("errorText", Values.textOrNull(attempt.errorText()))
                    .bind("endedAt", attempt.at().toEpochMilli())
                    .add();
        }
        batch.execute();
    }

    /** Adds the attempts of a second message; false if all of them were there, so that each counts once. */
    boolean addNew(Handle handle, TenantId tenant, Collection<PastAttempt> attempts) {
        boolean isNew = attempts.isEmpty();
        for (PastAttempt attempt : attempts) {
            boolean isKnown = list(handle, tenant, attempt.delivery()).stream()
                    .anyMatch(known -> known.attemptNo() == attempt.attemptNo()
                            && known.messageId().equals(attempt.messageId()));
            isNew |= !isKnown;
        }
        add(handle, tenant, attempts);
        return isNew;
    }

    /** The earlier attempts of a delivery, oldest first. */
    public List<PastAttempt> list(Handle handle, TenantId tenant, DeliveryId delivery) {
        return handle.createQuery("""
                        SELECT attempt_no, message_id, error_code, error_text, ended_at FROM wa_past_attempt
                        WHERE tenant_id = :tenant AND delivery_id = :delivery
                        ORDER BY attempt_no, ended_at
                        """)
                .bind("tenant", tenant.value())
                .bind("delivery", delivery.value())
                .map((row, context) -> new PastAttempt(
                        delivery,
                        row.getInt("attempt_no"),
                        row.getString("message_id"),
                        Values.text(row, "error_code"),
                        Values.text(row, "error_text"),
                        Values.time(row, "ended_at")))
                .list();
    }

    /** Which earlier attempts had these message ids. */
    // The plus keeps SQLite from walking the primary key for the sake of the order.
    List<MessageHit> byMessage(Handle handle, TenantId tenant, Collection<String> messageIds) {
        return handle.createQuery("""
                        SELECT message_id, delivery_id, attempt_no FROM wa_past_attempt
                        WHERE tenant_id = :tenant AND message_id <> '' AND %s
                        ORDER BY +delivery_id
                        """.formatted(dialect.inTexts("message_id", "messages")))
                .bind("tenant", tenant.value())
                .bind("messages", dialect.texts(messageIds))
                .map((row, context) -> new MessageHit(
                        row.getString("message_id"),
                        new DeliveryId(row.getLong("delivery_id")),
                        row.getInt("attempt_no")))
                .list();
    }

    /** The message ids of the earlier attempts of these deliveries. */
    List<String> messages(Handle handle, TenantId tenant, Collection<DeliveryId> deliveries) {
        return handle.createQuery(
                        "SELECT message_id FROM wa_past_attempt WHERE tenant_id = :tenant AND message_id <> '' AND "
                                + dialect.inNumbers("delivery_id", "ids"))
                .bind("tenant", tenant.value())
                .bind(
                        "ids",
                        dialect.numbers(
                                deliveries.stream().map(DeliveryId::value).toList()))
                .mapTo(String.class)
                .list();
    }

    /** Deletes the attempts of these deliveries, in a batch as their rows are; returns how many. */
    int delete(Handle handle, TenantId tenant, Collection<DeliveryId> deliveries) {
        PreparedBatch batch = handle.prepareBatch(
                "DELETE FROM wa_past_attempt WHERE tenant_id = :tenant AND delivery_id = :delivery");
        deliveries.forEach(delivery -> batch.bind("tenant", tenant.value())
                .bind("delivery", delivery.value())
                .add());
        return batch.size() == 0 ? 0 : IntStream.of(batch.execute()).sum();
    }

    /** Deletes the attempts of a campaign, whose deliveries must still be there. */
    public void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        handle.createUpdate("""
                        DELETE FROM wa_past_attempt
                        WHERE tenant_id = :tenant AND delivery_id IN (
                            SELECT id FROM wa_delivery WHERE tenant_id = :tenant AND campaign_id = :campaign)
                        """)
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .execute();
    }
}
