package dev.wakit.store.jdbc.internal.delivery;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentLimits;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.store.jdbc.internal.counter.CounterDelta;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.suppression.Wishes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The transactions between read-ahead and request: intents, their check, and giving them back. Thread-safe. */
public final class Sending {

    private final Tables tables;

    /** Over these tables. */
    public Sending(Tables tables) {
        this.tables = tables;
    }

    /** Makes intents durable. */
    public IntentResult commit(Handle handle, LaneLease lease, List<Intent> intents, IntentLimits limits, Instant now) {
        if (!tables.lanes().isHeld(handle, lease)) {
            return IntentResult.laneLost();
        }
        TenantId tenant = lease.lane().tenant();
        Map<CampaignId, CampaignStatus> campaigns = held(handle, tenant, intents);
        Wishes wishes = wishes(handle, tenant, intents);
        if (wishes.isEmpty() && limits.isNone()) {
            return begin(handle, lease, intents, campaigns, now);
        }
        // Who may be sent to is decided row by row, and what is not sent is skipped or counted: that needs the rows.
        Map<DeliveryId, Delivery> rows = locked(handle, tenant, intents);
        var gate = IntentGate.open(handle, tables, lease.lane(), intents, limits, now);
        var decided = new Decided(lease, tables.deliveries().dialect(), now);
        for (Intent intent : intents) {
            Delivery row = rows.get(intent.delivery());
            if (row == null || campaigns.get(row.campaign()) != CampaignStatus.RUNNING || !isDue(row, intent, lease)) {
                decided.refused.add(intent.delivery());
                continue;
            }
            List<String> keys = intent.recipient().keys();
            Optional<Instant> quiet = intent.marketing() ? wishes.quietUntil(keys, now) : Optional.empty();
            if (wishes.stop(keys, intent.marketing())) {
                decided.suppress(row);
            } else if (quiet.isPresent()) {
                decided.delay(row, quiet.get());
            } else if (gate.isCapped(intent)) {
                decided.cap(row);
            } else if (gate.admits(intent)) {
                decided.grant(intent);
            }
        }
        return decided.write(handle, tables, gate);
    }

    /** Nothing but the rows themselves can be in the way. */
    private IntentResult begin(
            Handle handle,
            LaneLease lease,
            List<Intent> intents,
            Map<CampaignId, CampaignStatus> campaigns,
            Instant now) {
        List<Intent> running = intents.stream()
                .filter(intent -> campaigns.get(intent.campaign()) == CampaignStatus.RUNNING)
                .toList();
        Set<DeliveryId> granted = FlightRows.begin(handle, tables.deliveries().dialect(), lease, running, now);
        var delta = new CounterDelta();
        running.stream()
                .filter(intent -> granted.contains(intent.delivery()))
                .forEach(intent -> delta.begun(intent.campaign(), 1));
        tables.counters().add(handle, lease.lane().tenant(), delta);
        Set<DeliveryId> refused =
                ids(intents).stream().filter(id -> !granted.contains(id)).collect(Collectors.toSet());
        return new IntentResult(true, granted, Set.of(), refused);
    }

    private Map<CampaignId, CampaignStatus> held(Handle handle, TenantId tenant, List<Intent> intents) {
        Set<CampaignId> campaigns = intents.stream().map(Intent::campaign).collect(Collectors.toSet());
        return tables.campaigns().hold(handle, tenant, campaigns);
    }

    private Map<DeliveryId, Delivery> locked(Handle handle, TenantId tenant, List<Intent> intents) {
        return tables.deliveries().lock(handle, tenant, ids(intents)).stream()
                .collect(Collectors.toMap(Delivery::id, Function.identity()));
    }

    private Wishes wishes(Handle handle, TenantId tenant, List<Intent> intents) {
        Set<String> keys = intents.stream()
                .flatMap(intent -> intent.recipient().keys().stream())
                .collect(Collectors.toSet());
        return tables.suppressions().wishes(handle, tenant, keys);
    }

    /** A row that was read ahead may have moved to another sender of its pool meanwhile. */
    private static boolean isDue(Delivery row, Intent intent, LaneLease lease) {
        return row.state() == DeliveryState.PENDING && row.attemptNo() == intent.attemptNo() - 1 && isOn(row, lease);
    }

    private static boolean isOn(Delivery row, LaneLease lease) {
        return row.lane().filter(lease.lane()::equals).isPresent();
    }

    /** Which intents are in the database as this lease's own. */
    public Set<DeliveryId> reread(Handle handle, LaneLease lease, List<Intent> intents) {
        if (!tables.lanes().isHeld(handle, lease)) {
            return Set.of();
        }
        Map<DeliveryId, Delivery> rows = locked(handle, lease.lane().tenant(), intents);
        return intents.stream()
                .filter(intent -> isOwn(rows.get(intent.delivery()), intent.attemptNo(), lease))
                .map(Intent::delivery)
                .collect(Collectors.toSet());
    }

    /** Gives back what was not started. */
    public int giveBack(Handle handle, LaneLease lease, List<Intent> intents, Instant now) {
        if (!tables.lanes().isHeld(handle, lease)) {
            return 0;
        }
        var changes = new Changes(lease.lane().tenant(), tables.deliveries().dialect());
        Map<DeliveryId, Delivery> rows = locked(handle, lease.lane().tenant(), intents);
        for (Intent intent : intents) {
            Delivery row = rows.get(intent.delivery());
            if (row != null && isOwn(row, intent.attemptNo(), lease)) {
                changes.add(
                        row,
                        row.toBuilder()
                                .state(DeliveryState.PENDING)
                                .notBefore(now)
                                .build());
            }
        }
        changes.write(handle, tables.pastAttempts(), tables.counters());
        return changes.size();
    }

    /**
     * Whether a row is in flight with this attempt under this lease. Lanes count their epochs each for itself, so that a row which moved
     * may be in flight on its new lane with the same epoch.
     */
    static boolean isOwn(@Nullable Delivery row, int attemptNo, LaneLease lease) {
        return row != null
                && row.state() == DeliveryState.SENDING
                && row.attemptNo() == attemptNo
                && row.laneEpoch() == lease.epoch()
                && isOn(row, lease);
    }

    private static List<DeliveryId> ids(List<Intent> intents) {
        return intents.stream().map(Intent::delivery).toList();
    }

    /** What is decided about a batch of intents. */
    private static final class Decided {

        private final LaneLease lease;
        private final Instant now;
        private final Changes skips;
        private final List<Intent> granted = new ArrayList<>();
        private final Set<DeliveryId> suppressed = new HashSet<>();
        private final Set<DeliveryId> refused = new HashSet<>();
        private final Set<DeliveryId> capped = new HashSet<>();

        Decided(LaneLease lease, Dialect dialect, Instant now) {
            this.lease = lease;
            this.now = now;
            this.skips = new Changes(lease.lane().tenant(), dialect);
        }

        void grant(Intent intent) {
            granted.add(intent);
            skips.delta().begun(intent.campaign(), 1);
        }

        void suppress(Delivery row) {
            suppressed.add(row.id());
            skips.add(row, row.toBuilder().skipped(SkipReason.SUPPRESSED, null).build());
        }

        void delay(Delivery row, Instant until) {
            refused.add(row.id());
            skips.add(row, row.toBuilder().notBefore(until).build());
        }

        void cap(Delivery row) {
            capped.add(row.id());
            skips.add(row, row.toBuilder().skipped(SkipReason.CAPPED, null).build());
        }

        IntentResult write(Handle handle, Tables tables, IntentGate gate) {
            Set<DeliveryId> ids = FlightRows.begin(handle, tables.deliveries().dialect(), lease, granted, now);
            gate.write();
            skips.write(handle, tables.pastAttempts(), tables.counters());
            return new IntentResult(true, ids, suppressed, refused, capped, gate.held(), gate.budgetFreeAt());
        }
    }
}
