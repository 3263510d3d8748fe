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
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Changes rows of {@code wa_delivery}, in batches only. The rows are locked and checked by the caller. */
final class DeliveryWrites {

    private static final Column[] FACTS = Stream.of(
                    text("state"),
                    number("not_before"),
                    number("attempt_no"),
                    number("tries"),
                    number("resent_attempt"),
                    number("lane_epoch"),
                    number("intent_at"),
                    text("message_id"),
                    number("accepted_at"),
                    number("sent_at"),
                    number("delivered_at"),
                    number("read_at"),
                    number("played_at"),
                    number("failed_at"),
                    number("replied_at"),
                    number("uncertain_at"),
                    text("error_code"),
                    text("error_text"),
                    text("skip_reason"),
                    text("skip_detail"))
            .toArray(Column[]::new);

    private DeliveryWrites() {}

    private static Column number(String name) {
        return Column.of(name, "bigint");
    }

    private static Column text(String name) {
        return Column.of(name, "text");
    }

    /** Writes the facts of rows that exist and are locked. */
    static void update(Handle handle, Dialect dialect, TenantId tenant, Collection<Delivery> rows) {
        var updates = new RowUpdates("wa_delivery", "", null, FACTS);
        rows.stream()
                .sorted(Comparator.comparingLong(row -> row.id().value()))
                .forEach(row -> updates.add(row.id().value(), facts(row)));
        dialect.update(handle, tenant.value(), updates);
    }

    private static @Nullable Object[] facts(Delivery row) {
        return new @Nullable Object[] {
            row.state().name(),
            row.notBefore().toEpochMilli(),
            (long) row.attemptNo(),
            (long) row.tries(),
            (long) row.resentAttempt(),
            row.laneEpoch(),
            Values.millis(row.intentAt()),
            row.messageId().map(MessageId::value).orElse(null),
            Values.millis(row.acceptedAt()),
            Values.millis(row.sentAt()),
            Values.millis(row.deliveredAt()),
            Values.millis(row.readAt()),
            Values.millis(row.playedAt()),
            Values.millis(row.failedAt()),
            Values.millis(row.repliedAt()),
            Values.millis(row.uncertainAt()),
            text(row.errorCode()),
            text(row.errorText()),
            row.skipReason().map(Enum::name).orElse(null),
            text(row.skipDetail())
        };
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
}
