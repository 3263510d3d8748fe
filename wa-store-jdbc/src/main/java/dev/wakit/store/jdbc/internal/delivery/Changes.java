package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.store.PastAttempt;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import dev.wakit.store.jdbc.internal.counter.CounterTable;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Changed rows of one transaction, with what they do to the counters. Not thread-safe. */
final class Changes {

    private final TenantId tenant;
    private final Dialect dialect;
    private final List<Delivery> rows = new ArrayList<>();
    private final List<PastAttempt> past = new ArrayList<>();
    private final Set<String> newMessages = new TreeSet<>();
    private final CounterDelta delta = new CounterDelta();

    Changes(TenantId tenant, Dialect dialect) {
        this.tenant = tenant;
        this.dialect = dialect;
    }

    void add(Delivery before, Delivery after) {
        rows.add(after);
        after.messageId()
                .filter(id -> !before.messageId().filter(id::equals).isPresent())
                .ifPresent(id -> newMessages.add(id.value()));
        delta.changed(before, after);
    }

    void add(PastAttempt attempt) {
        past.add(attempt);
        if (!attempt.messageId().isEmpty()) {
            newMessages.add(attempt.messageId());
        }
    }

    /** Message ids that these changes make known. */
    Set<String> newMessages() {
        return newMessages;
    }

    CounterDelta delta() {
        return delta;
    }

    int size() {
        return rows.size();
    }

    /** Writes rows and past attempts, then the counters, which come last. */
    void write(Handle handle, PastAttemptTable attempts, CounterTable counters) {
        writeRows(handle, attempts);
        counters.add(handle, tenant, delta);
    }

    void writeRows(Handle handle, PastAttemptTable attempts) {
        DeliveryWrites.update(handle, dialect, tenant, rows);
        attempts.add(handle, tenant, past);
    }
}
