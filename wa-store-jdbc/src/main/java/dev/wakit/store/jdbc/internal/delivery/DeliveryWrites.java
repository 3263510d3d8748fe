package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.message.MessageId;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes {@code wa_delivery}, in batches only. The rows are locked and checked by the caller. */
final class DeliveryWrites {

    private DeliveryWrites() {}

    /** Adds planned rows; to this lane, where a row has none of its own. */
    static void insert(Handle handle, LaneKey lane, Collection<Delivery> rows) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO wa_delivery (tenant_id, id, campaign_id, lane, line, phone, bsuid, recipient_key, dedupe,
                    raw_address, name, variables, content, send_by, zone, category, state,
                    not_before, attempt_no, tries, lane_epoch, skip_reason, skip_detail)
                VALUES (:tenant, :id, :campaign, :lane, :line, :phone, :bsuid, :recipientKey, :dedupe,
                    :rawAddress, :name, :variables, :content, :sendBy, :zone, :category, :state,
                    :notBefore, :attemptNo, :tries, :laneEpoch, :skipReason,
                    :skipDetail)
                """);
        for (Delivery row : rows) {
            identity(batch, row);
            batch.bind("lane", row.lane().orElse(lane).lane())
                    .bind("state", row.state().name())
                    .bind("notBefore", row.notBefore().toEpochMilli())
                    .bind("attemptNo", row.attemptNo())
                    .bind("tries", row.tries())
                    .bind("laneEpoch", row.laneEpoch())
                    .bind("skipReason", row.skipReason().map(Enum::name).orElse(null))
                    .bind("skipDetail", text(row.skipDetail()))
                    .add();
        }
        execute(batch);
    }

    private static void identity(PreparedBatch batch, Delivery row) {
        Optional<Recipient> recipient = row.recipient();
        String key = recipient.map(Recipient::key).orElse(null);
        batch.bind("tenant", row.tenant().value())
                .bind("id", row.id().value())
                .bind("campaign", row.campaign().value())
                .bind("line", row.line())
                .bind(
                        "phone",
                        recipient
                                .flatMap(Recipient::phone)
                                .map(PhoneNumber::e164)
                                .orElse(null))
                .bind(
                        "bsuid",
                        recipient.flatMap(Recipient::bsuid).map(Bsuid::value).orElse(null))
                .bind("recipientKey", key)
                .bind(
                        "dedupe",
                        row.isSingle() || row.state() == DeliveryState.SKIPPED
                                ? row.id().value()
                                : 0)
                .bind("rawAddress", text(row.rawAddress()))
                .bind("name", text(row.name()))
                .bind("variables", Json.writeOrNull(row.variables()))
                .bind("content", row.content().orElse(null))
                .bind("sendBy", Values.millis(row.sendBy()))
                .bind("zone", row.zone())
                .bind("category", row.category().name());
    }

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
