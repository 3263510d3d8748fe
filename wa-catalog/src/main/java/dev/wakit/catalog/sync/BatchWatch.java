package dev.wakit.catalog.sync;

import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.commerce.catalog.BatchState;
import dev.wakit.commerce.catalog.BatchStatus;
import dev.wakit.commerce.catalog.ItemIssue;
import dev.wakit.provider.CatalogGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks what became of batches, and writes it down. Thread-safe. */
final class BatchWatch {

    private static final Duration FIRST_POLL = Duration.ofSeconds(5);
    private static final Duration LAST_POLL = Duration.ofMinutes(5);
    private static final int MOST_DOUBLINGS = 6;
    private static final int LONGEST_PROBLEM = 1_000;
    private static final String NO_REASON = "The BSP did not take it, and gave no reason.";

    private final SyncStore store;
    private final CatalogGateway gateway;
    private final String remote;
    private final SyncSettings settings;

    BatchWatch(SyncStore store, CatalogGateway gateway, String remote, SyncSettings settings) {
        this.store = store;
        this.gateway = gateway;
        this.remote = remote;
        this.settings = settings;
    }

    /** When to ask for the first time about a batch that is handed in now. */
    static Instant firstPoll(Instant now) {
        return now.plus(FIRST_POLL);
    }

    /** Does what is due about a batch. Returns whether it is over. */
    boolean look(SyncBatch batch, Instant now) {
        if (batch.nextAt().isAfter(now)) {
            return false;
        }
        if (batch.state() != SyncBatch.State.SUBMITTED) {
            return store.release(batch, true);
        }
        Optional<BatchStatus> status = gateway.batch(remote, batch.handle());
        if (status.isEmpty()) {
            return store.release(batch, true);
        }
        if (status.get().state() == BatchState.FINISHED) {
            return finish(
                    batch,
                    status.get().failed(),
                    status.get().errors(),
                    status.get().warnings());
        }
        boolean isBroken = status.get().state().isOver();
        if (isBroken) {
            return lose(batch, now);
        }
        return wait(batch, now);
    }

    /** Asks later about a batch that is not over; not for ever. Returns whether it is over with that. */
    boolean wait(SyncBatch batch, Instant now) {
        if (now.isAfter(batch.createdAt().plus(settings.giveUpAfter()))) {
            return store.release(batch, true);
        }
        store.update(
                batch, batch.in(batch.state(), batch.handle(), batch.polls() + 1, now.plus(wait(batch.polls() + 1))));
        return false;
    }

    /** A batch of which nobody knows what became: what is in it waits, so that it is not overtaken by what it may still do. */
    boolean lose(SyncBatch batch, Instant now) {
        store.update(
                batch, batch.in(SyncBatch.State.LOST, batch.handle(), batch.polls(), now.plus(settings.lostAfter())));
        return false;
    }

    private static Duration wait(int polls) {
        Duration wait = FIRST_POLL.multipliedBy(1L << Math.min(polls, MOST_DOUBLINGS));
        return wait.compareTo(LAST_POLL) > 0 ? LAST_POLL : wait;
    }

    /** Ends a batch of which everything is known. */
    boolean finish(SyncBatch batch, List<String> failedIds, List<ItemIssue> errors, List<ItemIssue> warnings) {
        Map<String, VariantId> ids = ids(batch);
        var failed = new HashMap<VariantId, String>();
        failedIds.forEach(id -> put(failed, ids, id, NO_REASON));
        failed.putAll(problems(ids, errors));
        Map<VariantId, String> odd = problems(ids, warnings);
        odd.keySet().removeAll(failed.keySet());
        return store.finish(batch, failed, odd);
    }

    /** Notes what the BSP said when the batch was handed in; what it did not refuse goes on. */
    void note(SyncBatch batch, List<ItemIssue> errors, List<ItemIssue> warnings) {
        if (errors.isEmpty() && warnings.isEmpty()) {
            return;
        }
        Map<String, VariantId> ids = ids(batch);
        Map<VariantId, String> failed = problems(ids, errors);
        Map<VariantId, String> odd = problems(ids, warnings);
        odd.keySet().removeAll(failed.keySet());
        store.note(batch, failed, odd);
    }

    private Map<String, VariantId> ids(SyncBatch batch) {
        return store.ofBatch(batch).stream().collect(Collectors.toMap(SyncItem::retailerId, SyncItem::variant));
    }

    private static Map<VariantId, String> problems(Map<String, VariantId> ids, List<ItemIssue> issues) {
        var problems = new HashMap<VariantId, String>();
        issues.forEach(issue -> issue.retailerId().ifPresent(id -> put(problems, ids, id, issue.message())));
        return problems;
    }

    private static void put(
            Map<VariantId, String> problems, Map<String, VariantId> ids, String retailerId, String text) {
        VariantId variant = ids.get(retailerId);
        if (variant != null) {
            problems.put(variant, text.length() > LONGEST_PROBLEM ? text.substring(0, LONGEST_PROBLEM) : text);
        }
    }
}
