package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.message.MessageId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transaction that records what attempts led to. Thread-safe. */
public final class Outcomes {

    private final Tables tables;

    /** Over these tables. */
    public Outcomes(Tables tables) {
        this.tables = tables;
    }

    /** Writes outcomes to rows that still wait for them; returns the ids of the others. */
    public Set<DeliveryId> record(Handle handle, LaneLease lease, List<OutcomeWrite> outcomes) {
        if (!tables.lanes().isHeld(handle, lease)) {
            return outcomes.stream().map(OutcomeWrite::delivery).collect(Collectors.toSet());
        }
        var late = new HashSet<DeliveryId>();
        var changes = new Changes(lease.lane().tenant(), tables.deliveries().dialect());
        Map<DeliveryId, Delivery> rows = locked(handle, lease, outcomes);
        for (OutcomeWrite outcome : outcomes) {
            Delivery row = rows.get(outcome.delivery());
            if (row != null && Sending.isOwn(row, outcome.attemptNo(), lease)) {
                apply(changes, row, outcome);
            } else {
                late.add(outcome.delivery());
            }
        }
        changes.writeRows(handle, tables.pastAttempts());
        tables.orphans().mark(handle, lease.lane().tenant(), changes.newMessages());
        tables.counters().add(handle, lease.lane().tenant(), changes.delta());
        return late;
    }

    private Map<DeliveryId, Delivery> locked(Handle handle, LaneLease lease, List<OutcomeWrite> outcomes) {
        List<DeliveryId> ids = outcomes.stream().map(OutcomeWrite::delivery).toList();
        return tables.deliveries().lock(handle, lease.lane().tenant(), ids).stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    private static void apply(Changes changes, Delivery row, OutcomeWrite outcome) {
        if (outcome.state() == DeliveryState.ACCEPTED) {
            changes.accept(row, after(row, outcome));
        } else {
            changes.add(row, after(row, outcome));
        }
        if (outcome.state() == DeliveryState.PENDING && wasAnswered(outcome)) {
            changes.add(new PastAttempt(
                    row.id(),
                    outcome.attemptNo(),
                    outcome.messageId(),
                    outcome.errorCode(),
                    outcome.errorText(),
                    outcome.at()));
        }
    }

    private static boolean wasAnswered(OutcomeWrite outcome) {
        return !outcome.errorCode().isEmpty() || !outcome.messageId().isEmpty();
    }

    private static Delivery after(Delivery row, OutcomeWrite outcome) {
        Delivery.Builder after = row.toBuilder()
                .state(outcome.state())
                .tries(outcome.tries())
                .messageId(outcome.messageId().isEmpty() ? null : new MessageId(outcome.messageId()))
                .error(orNull(outcome.errorCode()), orNull(outcome.errorText()));
        switch (outcome.state()) {
            case ACCEPTED, HELD -> after.acceptedAt(outcome.at());
            case FAILED -> after.failedAt(outcome.at());
            case UNCERTAIN -> after.uncertainAt(outcome.at());
            case PENDING -> after.messageId(null).notBefore(outcome.notBefore());
            case SKIPPED -> skip(after, outcome);
            default -> throw new IllegalArgumentException("An attempt cannot lead to " + outcome.state() + ".");
        }
        return after.build();
    }

    private static void skip(Delivery.Builder after, OutcomeWrite outcome) {
        SkipReason reason = Arrays.stream(SkipReason.values())
                .filter(known -> known.name().equals(outcome.errorCode()))
                .findFirst()
                .orElse(SkipReason.INVALID_CONTENT);
        after.error(null, null).skipped(reason, orNull(outcome.errorText()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
