package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.message.MessageId;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.store.jdbc.internal.sql.Values;
import dev.wakit.template.TemplateCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads deliveries from rows.
 *
 * <p>What changes about a delivery, its facts, is read apart from what it is made of, because most transactions need the facts
 * only.
 */
final class DeliveryMapper {

    static final String FACTS = """
            tenant_id, id, campaign_id, lane, state, not_before, attempt_no, tries, resent_attempt, lane_epoch, intent_at, message_id, accepted_at,
            sent_at, delivered_at, read_at, played_at, failed_at, replied_at, uncertain_at, error_code, error_text,
            skip_reason, skip_detail""";
    static final String WHOLE =
            FACTS + ", line, phone, bsuid, raw_address, name, variables, content, send_by, zone, category";

    private DeliveryMapper() {}

    static Delivery facts(ResultSet row, StatementContext context) throws SQLException {
        return factsOf(row).build();
    }

    static Delivery whole(ResultSet row, StatementContext context) throws SQLException {
        return factsOf(row)
                .line(row.getLong("line"))
                .recipient(recipient(row))
                .rawAddress(row.getString("raw_address"))
                .zone(row.getString("zone"))
                .category(TemplateCategory.from(Values.text(row, "category")))
                .name(row.getString("name"))
                .variables(Json.readTexts(row.getString("variables")))
                .content(row.getString("content"))
                .sendBy(time(row, "send_by"))
                .build();
    }

    private static Delivery.Builder factsOf(ResultSet row) throws SQLException {
        var delivery = Delivery.builder(
                new TenantId(row.getString("tenant_id")),
                new DeliveryId(row.getLong("id")),
                new CampaignId(row.getLong("campaign_id")));
        delivery.lane(LaneNames.parse(row.getString("tenant_id"), row.getString("lane")));
        attempt(delivery, row);
        times(delivery, row);
        return delivery.state(DeliveryState.valueOf(row.getString("state")))
                .error(row.getString("error_code"), row.getString("error_text"))
                .skip(skipReason(row), row.getString("skip_detail"));
    }

    private static void attempt(Delivery.Builder delivery, ResultSet row) throws SQLException {
        delivery.notBefore(Values.time(row, "not_before"))
                .attemptNo(row.getInt("attempt_no"))
                .tries(row.getInt("tries"))
                .resentAttempt(row.getInt("resent_attempt"))
                .laneEpoch(row.getLong("lane_epoch"))
                .messageId(messageId(row));
    }

    private static void times(Delivery.Builder delivery, ResultSet row) throws SQLException {
        delivery.intentAt(time(row, "intent_at"))
                .acceptedAt(time(row, "accepted_at"))
                .sentAt(time(row, "sent_at"))
                .deliveredAt(time(row, "delivered_at"))
                .readAt(time(row, "read_at"))
                .playedAt(time(row, "played_at"))
                .failedAt(time(row, "failed_at"))
                .repliedAt(time(row, "replied_at"))
                .uncertainAt(time(row, "uncertain_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        return Values.timeOrNull(row, column);
    }

    private static @Nullable MessageId messageId(ResultSet row) throws SQLException {
        String id = row.getString("message_id");
        return id == null ? null : new MessageId(id);
    }

    private static @Nullable SkipReason skipReason(ResultSet row) throws SQLException {
        String reason = row.getString("skip_reason");
        return reason == null ? null : SkipReason.valueOf(reason);
    }

    private static @Nullable Recipient recipient(ResultSet row) throws SQLException {
        String phone = row.getString("phone");
        String bsuid = row.getString("bsuid");
        if (phone == null) {
            return bsuid == null ? null : Recipient.of(Bsuid.of(bsuid));
        }
        PhoneNumber number = PhoneNumber.stored(phone);
        return bsuid == null ? Recipient.of(number) : Recipient.of(number, Bsuid.of(bsuid));
    }
}
