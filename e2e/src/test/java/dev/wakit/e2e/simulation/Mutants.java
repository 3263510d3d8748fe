package dev.wakit.e2e.simulation;

import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.pacing.LaneLease;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.campaign.store.DeliveryRef;
import dev.wakit.campaign.store.Enqueued;
import dev.wakit.campaign.store.Intent;
import dev.wakit.campaign.store.IntentResult;
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.MergeStep;
import dev.wakit.campaign.store.Merger;
import dev.wakit.campaign.store.OutboxEntry;
import dev.wakit.campaign.store.UncertainGroup;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The product with one deliberate mistake each. Nothing of this is reachable outside of tests. */
final class Mutants {

    private static final String FENCE = "AND owner = +? AND epoch = +?";
    private static final String NO_FENCE = "AND (owner = +? OR 1 = 1) AND (epoch = +? OR 1 = 1)";

    private Mutants() {}

    /** Writes of a worker no longer check that it owns the lane. */
    static Mutation withoutEpochCheck() {
        return Mutation.ofJdbc(real -> rewriting(real, sql -> sql.replace(FENCE, NO_FENCE)));
    }

    private static Connection rewriting(Connection real, UnaryOperator<String> rewrite) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, args) -> {
                    if (method.getName().equals("prepareStatement")) {
                        args[0] = rewrite.apply((String) args[0]);
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The intent is committed when the next call is made, after the POST. */
    static Mutation sendBeforeIntentCommit() {
        return Mutation.ofStores(real -> new Intercepted(real, new Deferring("commitIntents")));
    }

    /** The webhook is answered, and its body committed when the next call is made. */
    static Mutation ackBeforeInboxCommit() {
        return Mutation.ofStores(real -> new Intercepted(real, new Deferring("append")));
    }

    /** A single send is said to be stored, and is stored when the next call is made. */
    static Mutation enqueueSaidBeforeCommit() {
        return Mutation.ofStores(real -> new Intercepted(real, new Deferring("enqueue")));
    }

    /** A request that is repeated is taken for a new one. */
    static Mutation withoutIdempotencyKeys() {
        return Mutation.ofStores(real -> new Intercepted(
                real,
                (method, arguments, call) -> method.getName().equals("enqueue")
                        ? call.with(withoutKeys(arguments[0]))
                        : call.with(arguments)));
    }

    private static List<OutboxEntry> withoutKeys(Object entries) {
        return entries(entries).stream()
                .map(entry -> new OutboxEntry(entry.delivery(), entry.lane(), "", entry.requestHash(), entry.at()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<OutboxEntry> entries(Object entries) {
        return (List<OutboxEntry>) entries;
    }

    /** Interrupted sends go back to the queue, as most job queues do it. */
    static Mutation rerunOfInterruptedSends() {
        return Mutation.ofStores(real -> new Intercepted(real, (method, arguments, call) -> {
            Object result = call.with(arguments);
            if (method.getName().equals("interrupt")) {
                rerun(real, (Instant) arguments[2]);
            }
            return result;
        }));
    }

    private static void rerun(CampaignStores stores, Instant now) {
        for (UncertainGroup group : stores.deliveries().uncertainGroups(1_000)) {
            var query = new DeliveryQuery(Set.of(DeliveryState.UNCERTAIN), "", "", new DeliveryId(0), 1_000);
            List<DeliveryRef> rows = stores.deliveries().list(group.lane().tenant(), group.campaign(), query).stream()
                    .map(row -> DeliveryRef.of(row.id()))
                    .toList();
            stores.deliveries()
                    .merge(
                            group.lane().tenant(),
                            rows,
                            (located, i) -> MergeStep.of(located.delivery().toBuilder()
                                    .state(DeliveryState.PENDING)
                                    .build()),
                            now);
        }
    }

    /** The latest evidence replaces what was known. */
    static Mutation overwriteInsteadOfMerge() {
        return merging((merger, located, i) ->
                merger.merge(new Located(forgetful(located.delivery()), located.attemptNo(), located.campaign()), i));
    }

    private static Delivery forgetful(Delivery row) {
        return row.state() == DeliveryState.SKIPPED
                ? row
                : row.toBuilder()
                        .state(DeliveryState.SENDING)
                        .sentAt(null)
                        .deliveredAt(null)
                        .readAt(null)
                        .failedAt(null)
                        .build();
    }

    /** A delivery that is FAILED takes no evidence. */
    static Mutation failedIsImmune() {
        return merging((merger, located, i) -> located.delivery().state() == DeliveryState.FAILED
                ? MergeStep.of(located.delivery())
                : merger.merge(located, i));
    }

    /** The client repeats a POST that got no clear answer. */
    static Mutation clientRepeatsPosts() {
        return Mutation.ofProvider(RepeatingProvider::new);
    }

    @FunctionalInterface
    private interface Merging {
        MergeStep merge(Merger real, Located located, int index);
    }

    private static Mutation merging(Merging merging) {
        return Mutation.ofStores(real -> new Intercepted(real, (method, arguments, call) -> {
            if (!method.getName().equals("merge")) {
                return call.with(arguments);
            }
            Merger merger = (Merger) arguments[2];
            Merger changed = (located, i) -> merging.merge(merger, located, i);
            return call.with(arguments[0], arguments[1], changed, arguments[3]);
        }));
    }

    /** Says that one kind of call is done and does it before the next call. */
    private static final class Deferring implements Intercepted.Interceptor {

        private final String deferred;
        private @Nullable Runnable waiting;

        Deferring(String deferred) {
            this.deferred = deferred;
        }

        @Override
        public @Nullable Object call(java.lang.reflect.Method method, Object[] arguments, Intercepted.Call real)
                throws Throwable {
            catchUp();
            if (!method.getName().equals(deferred)) {
                return real.with(arguments);
            }
            waiting = () -> {
                try {
                    real.with(arguments);
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            };
            if (deferred.equals("enqueue")) {
                return entries(arguments[0]).stream()
                        .map(entry -> new Enqueued(entry.delivery().id(), Enqueued.Kind.ADDED))
                        .toList();
            }
            return method.getReturnType() == IntentResult.class ? granted(arguments) : null;
        }

        private void catchUp() {
            Runnable late = waiting;
            waiting = null;
            if (late != null) {
                late.run();
            }
        }

        @SuppressWarnings("unchecked")
        private static IntentResult granted(Object[] arguments) {
            if (!(arguments[0] instanceof LaneLease)) {
                throw new IllegalStateException("The arguments of commitIntents have changed");
            }
            Set<DeliveryId> all =
                    ((List<Intent>) arguments[1]).stream().map(Intent::delivery).collect(Collectors.toSet());
            return new IntentResult(true, all, Set.of(), Set.of());
        }
    }
}
