package dev.wakit.catalog.sync;

import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.TenantId;
import dev.wakit.WhatsAppException;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.commerce.catalog.CatalogLimits;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.provider.CatalogGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Mirrors one catalog to the BSP's catalog that it is linked to.
 *
 * <p>It has no threads: call {@link #run()} every few seconds, from one or more processes, and {@link #reconcile} every night. What is
 * done is written down before and after each call of the BSP, so a process that dies is made good by the next run. To hand the same in
 * twice does no harm. Thread-safe; runs of one instance follow each other.
 *
 * @since 0.1
 */
public final class CatalogSync {

    private static final Duration DELETION_WINDOW = Duration.ofHours(24);
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(30);
    private static final Duration FIRST_LIMIT_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final TenantId tenant;
    private final Catalog catalog;
    private final SyncStore store;
    private final SyncSettings settings;
    private final InstantSource clock;
    private final BatchWatch watch;
    private final BatchSubmit submit;
    private final Wishes wishes;
    private final Reconciler reconciler;
    private final CatalogLimits limits;
    private boolean areDeletionsAllowed;
    private Instant pausedUntil = Instant.MIN;
    private int limitPauses;

    /** Used by {@link dev.wakit.catalog.Shop}. */
    public CatalogSync(
            Catalog catalog,
            CatalogStores stores,
            CatalogGateway gateway,
            SyncSettings settings,
            InstantSource clock,
            LongSupplier ids) {
        String remote = catalog.link().catalogId();
        if (remote.isEmpty()) {
            throw new IllegalArgumentException("Catalog " + catalog.id()
                    + " is linked to no catalog of the BSP. Save it with a MetaLink that has its id.");
        }
        this.tenant = catalog.tenant();
        this.catalog = catalog;
        this.store = stores.sync();
        this.settings = settings;
        this.clock = clock;
        this.wishes = new Wishes(tenant, catalog.id(), stores);
        this.watch = new BatchWatch(store, gateway, remote, settings);
        this.submit = new BatchSubmit(tenant, catalog.id(), store, gateway, remote, watch, settings, clock, ids);
        this.reconciler = new Reconciler(catalog, stores, gateway, wishes, settings);
        CatalogLimits most = gateway.limits();
        this.limits = new CatalogLimits(
                Math.min(most.maxItems(), settings.batchItems()), Math.min(most.maxBytes(), settings.batchBytes()));
    }

    /**
     * Asks about batches, and hands in what is due, what made variants available or unavailable first.
     *
     * <p>When the BSP does not take it, the run says why, and until when nothing is handed in. Batches are asked about meanwhile.
     */
    public synchronized SyncRun run() {
        var tally = new Tally();
        try {
            for (SyncBatch batch : store.open(tenant, catalog.id())) {
                tally.settled += watch.look(batch, clock.instant()) ? 1 : 0;
            }
            if (!clock.instant().isBefore(pausedUntil)) {
                submitDue(tally);
                limitPauses = 0;
            }
        } catch (WhatsAppException refused) {
            if (!isOfGateway(refused)) {
                throw refused;
            }
            pausedUntil = clock.instant().plus(pause(refused));
            tally.problem = String.valueOf(refused.getMessage());
        }
        boolean isPaused = clock.instant().isBefore(pausedUntil);
        return new SyncRun(
                tally.submitted,
                tally.unchanged,
                tally.withheld,
                tally.settled,
                isPaused ? Optional.of(pausedUntil) : Optional.empty(),
                tally.problem);
    }

    // The database's own exceptions are nobody's limit.
    private static boolean isOfGateway(WhatsAppException refused) {
        return refused.getClass().getPackageName().equals(WhatsAppException.class.getPackageName());
    }

    private Duration pause(WhatsAppException refused) {
        if (refused instanceof ProviderUnavailableException) {
            return SHORT_PAUSE;
        }
        if (refused instanceof RateLimitedException) {
            Duration pause = FIRST_LIMIT_PAUSE.multipliedBy(1L << Math.min(limitPauses++, 5));
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
        return LONGEST_PAUSE;
    }

    private void submitDue(Tally tally) {
        List<SyncItem> due = store.due(tenant, catalog.id(), limits.maxItems());
        while (!due.isEmpty() && submit(due, tally)) {
            due = store.due(tenant, catalog.id(), limits.maxItems());
        }
    }

    /** Returns whether anything came of it; what did not would be read again for ever. */
    private boolean submit(List<SyncItem> due, Tally tally) {
        Map<String, ItemWish> wanted =
                wishes.of(due.stream().map(SyncItem::retailerId).toList());
        var same = new ArrayList<SyncItem>();
        var removed = new ArrayList<SyncItem>();
        var changes = new LinkedHashMap<String, SyncChange>();
        var data = new LinkedHashMap<String, ItemChange>();
        var tooLong = new HashMap<SyncItem, String>();
        for (SyncItem item : due) {
            ItemWish wish = wish(item, wanted);
            if (isKnown(item) && wish.hash().equals(item.sentHash())) {
                same.add(item);
            } else if (wish.isNothing()) {
                (item.present() ? removed : same).add(item);
            } else {
                add(item, wish, changes, data, tooLong);
            }
        }
        settle(same, tooLong, tally);
        remove(removed, changes, data, tally);
        boolean isAny = !same.isEmpty() || !tooLong.isEmpty() || !removed.isEmpty();
        for (List<ItemChange> batch : limits.split(List.copyOf(data.values()))) {
            int taken = submit.submit(
                    batch.stream()
                            .map(change -> changes.get(change.retailerId()))
                            .toList(),
                    batch);
            tally.submitted += taken;
            isAny |= taken > 0;
        }
        return isAny;
    }

    // A variant without a digest was never handed in, or nobody knows what the BSP has.
    private static boolean isKnown(SyncItem item) {
        return !item.sentHash().isEmpty();
    }

    private ItemWish wish(SyncItem item, Map<String, ItemWish> wanted) {
        ItemWish wish = wanted.getOrDefault(item.retailerId(), ItemWish.nothing(item.retailerId()));
        return item.present() && item.state() != SyncState.NEW ? wish.without(settings.remoteFields()) : wish;
    }

    private void add(
            SyncItem item,
            ItemWish wish,
            Map<String, SyncChange> changes,
            Map<String, ItemChange> data,
            Map<SyncItem, String> tooLong) {
        ItemChange change = wish.change(settings.remoteFields());
        if (change.bytes() * 2 > limits.maxBytes()) {
            tooLong.put(item, "It has " + change.bytes() + " bytes, which is too long. Shorten its texts.");
            return;
        }
        // What the BSP will have afterwards is compared without the columns that are its own.
        changes.put(
                item.retailerId(),
                new SyncChange(item, wish.without(settings.remoteFields()).hash()));
        data.put(item.retailerId(), change);
    }

    private void settle(List<SyncItem> same, Map<SyncItem, String> tooLong, Tally tally) {
        if (!same.isEmpty()) {
            store.settle(tenant, same);
        }
        if (!tooLong.isEmpty()) {
            store.fail(tenant, tooLong);
        }
        tally.unchanged += same.size();
    }

    private void remove(
            List<SyncItem> removed, Map<String, SyncChange> changes, Map<String, ItemChange> data, Tally tally) {
        if (removed.isEmpty()) {
            return;
        }
        if (!mayDelete(removed.size())) {
            store.withhold(tenant, removed);
            tally.withheld += removed.size();
            return;
        }
        for (SyncItem item : removed) {
            changes.put(item.retailerId(), new SyncChange(item, ""));
            data.put(item.retailerId(), ItemChange.delete(item.retailerId()));
        }
    }

    // Counted over a day, so that a catalog that is emptied little by little is noticed as well.
    private boolean mayDelete(int more) {
        SyncCounts counts = store.counts(tenant, catalog.id(), clock.instant().minus(DELETION_WINDOW));
        long deleted = counts.deleted() + more;
        return areDeletionsAllowed
                || deleted <= settings.fewDeletions()
                || deleted <= settings.deletedShare() * (counts.present() + counts.deleted());
    }

    /**
     * Allows deletions that were withheld, and all further ones of this instance.
     *
     * @return how many were withheld
     */
    public synchronized int allowDeletions() {
        areDeletionsAllowed = true;
        return store.redoWithheld(tenant, catalog.id());
    }

    /**
     * Reads the whole catalog of the BSP, notes reviews, and tells in what it differs from the one here.
     *
     * @param repair whether what differs is handed in by the next runs
     * @throws WhatsAppException if the BSP cannot be read; begin again later
     */
    public DriftReport reconcile(boolean repair) {
        return reconciler.run(repair);
    }

    /** How the catalog stands at the BSP. */
    public SyncCounts counts() {
        return store.counts(tenant, catalog.id(), clock.instant().minus(DELETION_WINDOW));
    }

    /** How variants stand at the BSP, with what it finds wrong. */
    public List<SyncItem> items(Collection<String> retailerIds) {
        return store.items(tenant, catalog.id(), new HashSet<>(retailerIds));
    }

    /** What a run has done so far. */
    private static final class Tally {
        private int submitted;
        private int unchanged;
        private int withheld;
        private int settled;
        private String problem = "";
    }
}
