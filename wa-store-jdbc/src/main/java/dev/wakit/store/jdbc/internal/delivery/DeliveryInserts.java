package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.address.Bsuid;
import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.NewRows;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Adds rows to {@code wa_delivery}. */
final class DeliveryInserts {

    private static final List<String> COLUMNS = List.of(
            "tenant_id",
            "id",
            "campaign_id",
            "lane",
            "line",
            "phone",
            "bsuid",
            "recipient_key",
            "dedupe",
            "raw_address",
            "name",
            "variables",
            "content",
            "send_by",
            "zone",
            "category",
            "state",
            "not_before",
            "attempt_no",
            "tries",
            "lane_epoch",
            "skip_reason",
            "skip_detail");

    private DeliveryInserts() {}

    /** Adds the rows of a planned batch; to this lane, where a row has none of its own. */
    static void load(Handle handle, Dialect dialect, LaneKey lane, Collection<Delivery> rows) throws SQLException {
        dialect.insert(handle, of(lane, rows));
    }

    /** Adds a few rows, by a statement that the driver keeps; to this lane, where a row has none of its own. */
    static void add(Handle handle, LaneKey lane, Collection<Delivery> rows) {
        NewRows<Delivery> all = of(lane, rows);
        PreparedBatch batch = handle.prepareBatch(all.insert());
        rows.forEach(row -> batch.add(all.values().apply(row)));
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    private static NewRows<Delivery> of(LaneKey lane, Collection<Delivery> rows) {
        return new NewRows<>("wa_delivery", COLUMNS, rows, row -> values(lane, row));
    }

    private static @Nullable Object[] values(LaneKey lane, Delivery row) {
        Recipient recipient = row.recipient().orElse(null);
        String key = recipient == null ? null : recipient.key();
        return new @Nullable Object[] {
            row.tenant().value(),
            row.id().value(),
            row.campaign().value(),
            row.lane().orElse(lane).lane(),
            row.line(),
            recipient == null ? null : recipient.phone().map(PhoneNumber::e164).orElse(null),
            recipient == null ? null : recipient.bsuid().map(Bsuid::value).orElse(null),
            key,
            row.isSingle() || row.state() == DeliveryState.SKIPPED ? row.id().value() : 0L,
            text(row.rawAddress()),
            text(row.name()),
            Json.writeOrNull(row.variables()),
            row.content().orElse(null),
            Values.millis(row.sendBy()),
            row.zone(),
            row.category().name(),
            row.state().name(),
            row.notBefore().toEpochMilli(),
            row.attemptNo(),
            row.tries(),
            row.laneEpoch(),
            row.skipReason().map(Enum::name).orElse(null),
            text(row.skipDetail())
        };
    }

    private static @Nullable String text(Optional<String> text) {
        return Values.textOrNull(text.orElse(null));
    }
}
