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
import dev.wakit.store.jdbc.internal.sql.Cells;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.LaneNames;
import dev.wakit.template.TemplateCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads deliveries from rows.
 *
 * <p>What changes about a delivery, its facts, is read apart from what it is made of, because most transactions need the facts
 * only. The columns are read in the order in which they are named here.
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
        return facts(new Cells(row)).build();
    }

    static Delivery whole(ResultSet row, StatementContext context) throws SQLException {
        var cells = new Cells(row);
        return facts(cells)
                .line(cells.number())
                .recipient(recipient(cells.textOrNull(), cells.textOrNull()))
                .rawAddress(cells.textOrNull())
                .name(cells.textOrNull())
                .variables(Json.readTexts(cells.textOrNull()))
                .content(cells.textOrNull())
                .sendBy(cells.timeOrNull())
                .zone(cells.text())
                .category(category(cells.textOrNull()))
                .build();
    }

    private static Delivery.Builder facts(Cells cells) throws SQLException {
        var tenant = new TenantId(cells.text());
        return Delivery.builder(tenant, new DeliveryId(cells.number()), new CampaignId(cells.number()))
                .lane(LaneNames.parse(tenant, cells.text()))
                .state(DeliveryState.valueOf(cells.text()))
                .notBefore(cells.time())
                .attemptNo(cells.count())
                .tries(cells.count())
                .resentAttempt(cells.count())
                .laneEpoch(cells.number())
                .intentAt(cells.timeOrNull())
                .messageId(messageId(cells.textOrNull()))
                .acceptedAt(cells.timeOrNull())
                .sentAt(cells.timeOrNull())
                .deliveredAt(cells.timeOrNull())
                .readAt(cells.timeOrNull())
                .playedAt(cells.timeOrNull())
                .failedAt(cells.timeOrNull())
                .repliedAt(cells.timeOrNull())
                .uncertainAt(cells.timeOrNull())
                .error(cells.textOrNull(), cells.textOrNull())
                .skip(skipReason(cells.textOrNull()), cells.textOrNull());
    }

    private static @Nullable MessageId messageId(@Nullable String id) {
        return id == null ? null : new MessageId(id);
    }

    private static @Nullable SkipReason skipReason(@Nullable String reason) {
        return reason == null ? null : SkipReason.valueOf(reason);
    }

    private static TemplateCategory category(@Nullable String category) {
        return TemplateCategory.from(category == null ? "" : category);
    }

    private static @Nullable Recipient recipient(@Nullable String phone, @Nullable String bsuid) {
        if (phone == null) {
            return bsuid == null ? null : Recipient.of(Bsuid.of(bsuid));
        }
        PhoneNumber number = PhoneNumber.stored(phone);
        return bsuid == null ? Recipient.of(number) : Recipient.of(number, Bsuid.of(bsuid));
    }
}
