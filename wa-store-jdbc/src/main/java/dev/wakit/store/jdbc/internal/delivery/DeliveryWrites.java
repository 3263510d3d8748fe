package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.message.MessageId;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.RowUpdates;
import dev.wakit.store.jdbc.internal.sql.RowUpdates.Column;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Changes rows of {@code wa_delivery}, in batches only. The rows are locked and checked by the caller. */
final class DeliveryWrites {

    private static final String BIGINT = "bigint";

    private DeliveryWrites() {}

    /** Writes the facts of rows that exist. */
    static void update(Handle handle, Collection<Delivery> rows) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE wa_delivery
                SET state = :state, not_before = :notBefore, attempt_no = :attemptNo, tries = :tries,
                    resent_attempt = :resentAttempt, lane_epoch = :laneEpoch, intent_at = :intentAt, message_id = :messageId, accepted_at = :acceptedAt,
                    sent_at = :sentAt, delivered_at = :deliveredAt, read_at = :readAt, played_at = :playedAt,
                    failed_at = :failedAt, replied_at = :repliedAt, uncertain_at = :uncertainAt,
                    error_code = :errorCode, error_text = :errorText, skip_reason = :skipReason, skip_detail = :skipDetail
                WHERE tenant_id = :tenant AND id = :id
                """);
        for (Delivery row : rows) {
            attempt(batch, row);
            times(batch, row);
            batch.add();
        }
        execute(batch);
    }

    private static void attempt(PreparedBatch batch, Delivery row) {
        batch.bind("tenant", row.tenant().value())
                .bind("id", row.id().value())
                .bind("state", row.state().name())
                .bind("notBefore", row.notBefore().toEpochMilli())
                .bind("attemptNo", row.attemptNo())
                .bind("tries", row.tries())
                .bind("resentAttempt", row.resentAttempt())
                .bind("laneEpoch", row.laneEpoch())
                .bind("messageId", row.messageId().map(MessageId::value).orElse(null))
                .bind("errorCode", text(row.errorCode()))
                .bind("errorText", text(row.errorText()))
                .bind("skipReason", row.skipReason().map(Enum::name).orElse(null))
                .bind("skipDetail", text(row.skipDetail()));
    }

    private static void times(PreparedBatch batch, Delivery row) {
        batch.bind("intentAt", Values.millis(row.intentAt()))
                .bind("acceptedAt", Values.millis(row.acceptedAt()))
                .bind("sentAt", Values.millis(row.sentAt()))
                .bind("deliveredAt", Values.millis(row.deliveredAt()))
                .bind("readAt", Values.millis(row.readAt()))
                .bind("playedAt", Values.millis(row.playedAt()))
                .bind("failedAt", Values.millis(row.failedAt()))
                .bind("repliedAt", Values.millis(row.repliedAt()))
                .bind("uncertainAt", Values.millis(row.uncertainAt()));
    }

    /** Makes rows SENDING: the narrow form of {@link #update} for the hottest path. */
    static void intend(Handle handle, Dialect dialect, TenantId tenant, Collection<Delivery> rows) {
        var updates = new RowUpdates(
                "wa_delivery",
                "state = 'SENDING'",
                new Column("attempt_no", BIGINT),
                new Column("lane_epoch", BIGINT),
                new Column("intent_at", BIGINT));
        for (Delivery row : rows) {
            updates.add(row.id().value(), (long) row.attemptNo(), row.laneEpoch(), Values.millis(row.intentAt()));
        }
        dialect.update(handle, tenant.value(), updates);
    }

    /** Makes rows ACCEPTED that were SENDING: the narrow form of {@link #update} for what most attempts lead to. */
    static void accept(Handle handle, Dialect dialect, TenantId tenant, Collection<Delivery> rows) {
        var updates = new RowUpdates(
                "wa_delivery",
                "state = 'ACCEPTED', error_code = NULL, error_text = NULL",
                new Column("tries", BIGINT),
                new Column("message_id", "text"),
                new Column("accepted_at", BIGINT));
        for (Delivery row : rows) {
            updates.add(
                    row.id().value(),
                    (long) row.tries(),
                    row.messageId().map(MessageId::value).orElse(null),
                    Values.millis(row.acceptedAt()));
        }
        dialect.update(handle, tenant.value(), updates);
    }

    /** Deletes the rows of a campaign. */
    static void delete(Handle handle, TenantId tenant, CampaignId campaign) {
        handle.createUpdate("DELETE FROM wa_delivery WHERE tenant_id = :tenant AND campaign_id = :campaign")
                .bind("tenant", tenant.value())
                .bind("campaign", campaign.value())
                .execute();
    }

    private static @Nullable String text(Optional<String> text) {
        return Values.textOrNull(text.orElse(null));
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
