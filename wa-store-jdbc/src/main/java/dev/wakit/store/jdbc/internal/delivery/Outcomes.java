package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

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
        TenantId tenant = lease.lane().tenant();
        Set<DeliveryId> written = FlightRows.end(handle, tables.deliveries().dialect(), lease, outcomes);
        var ended = new Ended();
        outcomes.stream()
                .filter(outcome -> written.contains(outcome.delivery()))
                .forEach(ended::add);
        tables.pastAttempts().add(handle, tenant, ended.past);
        tables.orphans().mark(handle, tenant, ended.messages);
        tables.counters().add(handle, tenant, ended.delta);
        return outcomes.stream()
                .map(OutcomeWrite::delivery)
                .filter(id -> !written.contains(id))
                .collect(Collectors.toSet());
    }

    /** What else the outcomes of a transaction change. */
    private static final class Ended {

        private final List<PastAttempt> past = new ArrayList<>();
        private final Set<String> messages = new TreeSet<>();
        private final CounterDelta delta = new CounterDelta();

        void add(OutcomeWrite outcome) {
            delta.landed(outcome.campaign(), outcome.state(), outcome.errorCode(), FlightRows.skipReason(outcome));
            if (!outcome.messageId().isEmpty()) {
                messages.add(outcome.messageId());
            }
            if (outcome.state() == DeliveryState.PENDING && wasAnswered(outcome)) {
                past.add(new PastAttempt(
                        outcome.delivery(),
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
    }
}
