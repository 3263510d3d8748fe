package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.RowUpdates;
import dev.wakit.store.jdbc.internal.sql.RowUpdates.Column;
import dev.wakit.store.jdbc.internal.sql.RowUpdates.Fence;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The two changes that every message costs, begin and end of its flight: written without reading the rows first, and to those rows
 * only that are as the lane knows them.
 */
final class FlightRows {

    private static final String TABLE = "wa_delivery";
    private static final String ATTEMPT = "attempt_no";
    private static final String BIGINT = "bigint";
    private static final String TEXT = "text";

    private static final Column TRIES = Column.of("tries", BIGINT);
    private static final Column MESSAGE = Column.of("message_id", TEXT);

    private FlightRows() {}

    /** Makes rows SENDING that are PENDING on the lane with the attempt before; returns which. */
    static Set<DeliveryId> begin(
            Handle handle, Dialect dialect, LaneLease lease, Collection<Intent> intents, Instant now) {
        var fence = new Fence(
                "wa_delivery.state = 'PENDING' AND wa_delivery.lane = :lane",
                Map.of("lane", lease.lane().lane()),
                ATTEMPT);
        var updates = new RowUpdates(
                        TABLE,
                        "state = 'SENDING', attempt_no = attempt_no + 1, lane_epoch = :epoch, intent_at = :now",
                        fence)
                .with("epoch", lease.epoch())
                .with("now", now.toEpochMilli());
        intents.stream()
                .sorted(Comparator.comparingLong(intent -> intent.delivery().value()))
                .forEach(intent -> updates.addVersion(intent.delivery().value(), intent.attemptNo() - 1L));
        return run(handle, dialect, lease, updates);
    }

    /**
     * Writes what attempts led to, to rows that are in flight with them under this lease; returns which. Lanes count their epochs each
     * for itself, so that a row which moved may be in flight on its new lane with the same epoch.
     */
    static Set<DeliveryId> end(Handle handle, Dialect dialect, LaneLease lease, Collection<OutcomeWrite> outcomes) {
        var fence = new Fence(
                "wa_delivery.state = 'SENDING' AND wa_delivery.lane = :lane AND wa_delivery.lane_epoch = :epoch",
                Map.of("lane", lease.lane().lane(), "epoch", lease.epoch()),
                ATTEMPT);
        // Most batches are of acceptances only, which change few columns.
        boolean isPlain = outcomes.stream().allMatch(outcome -> outcome.state() == DeliveryState.ACCEPTED);
        RowUpdates updates = isPlain ? acceptances(fence) : landings(fence);
        outcomes.stream()
                .sorted(Comparator.comparingLong(outcome -> outcome.delivery().value()))
                .forEach(outcome -> updates.addVersion(
                        outcome.delivery().value(),
                        outcome.attemptNo(),
                        isPlain ? accepted(outcome) : landed(outcome)));
        return run(handle, dialect, lease, updates);
    }

    private static RowUpdates acceptances(Fence fence) {
        return new RowUpdates(
                TABLE,
                "state = 'ACCEPTED', error_code = NULL, error_text = NULL",
                fence,
                TRIES,
                MESSAGE,
                Column.of("accepted_at", BIGINT));
    }

    private static @Nullable Object[] accepted(OutcomeWrite outcome) {
        return new @Nullable Object[] {
            (long) outcome.tries(), messageId(outcome), outcome.at().toEpochMilli()
        };
    }

    private static RowUpdates landings(Fence fence) {
        return new RowUpdates(
                TABLE,
                "",
                fence,
                TRIES,
                MESSAGE,
                Column.of("state", TEXT),
                Column.of("error_code", TEXT),
                Column.of("error_text", TEXT),
                Column.keeping("accepted_at", BIGINT),
                Column.keeping("failed_at", BIGINT),
                Column.keeping("uncertain_at", BIGINT),
                Column.keeping("not_before", BIGINT),
                Column.keeping("skip_reason", TEXT),
                Column.keeping("skip_detail", TEXT));
    }

    private static @Nullable Object[] landed(OutcomeWrite outcome) {
        DeliveryState state = outcome.state();
        boolean isSkipped = state == DeliveryState.SKIPPED;
        return new @Nullable Object[] {
            (long) outcome.tries(),
            state == DeliveryState.PENDING ? null : messageId(outcome),
            state.name(),
            isSkipped ? null : Values.textOrNull(outcome.errorCode()),
            isSkipped ? null : Values.textOrNull(outcome.errorText()),
            at(outcome, DeliveryState.ACCEPTED, DeliveryState.HELD),
            at(outcome, DeliveryState.FAILED),
            at(outcome, DeliveryState.UNCERTAIN),
            state == DeliveryState.PENDING ? outcome.notBefore().toEpochMilli() : null,
            isSkipped ? skipReason(outcome).name() : null,
            isSkipped ? Values.textOrNull(outcome.errorText()) : null
        };
    }

    private static @Nullable Long at(OutcomeWrite outcome, DeliveryState... states) {
        return Arrays.asList(states).contains(outcome.state()) ? outcome.at().toEpochMilli() : null;
    }

    private static @Nullable String messageId(OutcomeWrite outcome) {
        return Values.textOrNull(outcome.messageId());
    }

    /** Why an attempt led to SKIPPED: the error code names the reason. */
    static SkipReason skipReason(OutcomeWrite outcome) {
        return Arrays.stream(SkipReason.values())
                .filter(known -> known.name().equals(outcome.errorCode()))
                .findFirst()
                .orElse(SkipReason.INVALID_CONTENT);
    }

    private static Set<DeliveryId> run(Handle handle, Dialect dialect, LaneLease lease, RowUpdates updates) {
        return dialect.update(handle, lease.lane().tenant().value(), updates).stream()
                .map(DeliveryId::new)
                .collect(Collectors.toSet());
    }
}
