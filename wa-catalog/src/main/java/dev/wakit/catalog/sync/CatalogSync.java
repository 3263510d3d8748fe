package dev.wakit.catalog.sync;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private final Pause handingIn = new Pause();
    private final Pause asking = new Pause();

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
     * <p>When the BSP does not take it, the run says why, and until when nothing is handed in. Batches are asked about meanwhile, unless
     * the BSP limits that as well.
     */
    public synchronized SyncRun run() {
        var tally = new Tally();
        if (asking.isOver(clock.instant())) {
            ask(tally);
        }
        if (handingIn.isOver(clock.instant())) {
            try {
                overtake(tally);
                submitDue(tally);
                handingIn.end();
            } catch (WhatsAppException refused) {
                handingIn.begin(ofGateway(refused), clock.instant());
                tally.problem = String.valueOf(refused.getMessage());
            }
        }
        return new SyncRun(
                tally.submitted,
                tally.unchanged,
                tally.withheld,
                tally.settled,
                handingIn.until(clock.instant()),
                tally.problem);
    }

    // The database's own exceptions are nobody's limit.
    private static WhatsAppException ofGateway(WhatsAppException refused) {
        if (!refused.getClass().getPackageName().equals(WhatsAppException.class.getPackageName())) {
            throw refused;
        }
        return refused;
    }

    /** One batch about which the BSP does not answer keeps neither the others nor new ones from going on. */
    private void ask(Tally tally) {
        for (SyncBatch batch : store.open(tenant, catalog.id())) {
            try {
                tally.settled += watch.look(batch, clock.instant()) ? 1 : 0;
            } catch (WhatsAppException refused) {
                tally.problem = String.valueOf(ofGateway(refused).getMessage());
                tally.settled += watch.wait(batch, clock.instant()) ? 1 : 0;
                if (refused instanceof RateLimitedException) {
                    asking.begin(refused, clock.instant());
                    return;
                }
            }
        }
        asking.end();
    }

    /** What made variants available or unavailable does not wait for batches that are on their way with the same variants. */
    private void overtake(Tally tally) {
        List<SyncItem> urgent = store.urgent(tenant, catalog.id(), limits.maxItems());
        if (urgent.isEmpty()) {
            return;
        }
        Map<String, ItemWish> wanted =
                wishes.of(urgent.stream().map(SyncItem::retailerId).toList());
        var draft = new Draft();
        for (SyncItem item : urgent) {
            ItemWish wish = wish(item, wanted);
            if (!wish.isNothing()) {
                add(item, wish, draft);
            }
        }
        for (List<ItemChange> batch : limits.split(List.copyOf(draft.data.values()))) {
            tally.submitted += submit.overtake(draft.of(batch), batch);
        }
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
        var draft = new Draft();
        for (SyncItem item : due) {
            ItemWish wish = wish(item, wanted);
            if (isKnown(item) && wish.hash().equals(item.sentHash())) {
                same.add(item);
            } else if (wish.isNothing()) {
                (item.present() ? removed : same).add(item);
            } else {
                add(item, wish, draft);
            }
        }
        settle(same, draft.tooLong, tally);
        remove(removed, draft, tally);
        boolean isAny = !same.isEmpty() || !draft.tooLong.isEmpty() || !removed.isEmpty();
        for (List<ItemChange> batch : limits.split(List.copyOf(draft.data.values()))) {
            int taken = submit.submit(draft.of(batch), batch);
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

    private void add(SyncItem item, ItemWish wish, Draft draft) {
        ItemChange change = wish.change(settings.remoteFields());
        if (change.bytes() * 2 > limits.maxBytes()) {
            draft.tooLong.put(item, "It has " + change.bytes() + " bytes, which is too long. Shorten its texts.");
            return;
        }
        // What the BSP will have afterwards is compared without the columns that are its own.
        draft.put(new SyncChange(item, wish.without(settings.remoteFields()).hash()), change);
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

    private void remove(List<SyncItem> removed, Draft draft, Tally tally) {
        List<SyncItem> limited = removed.stream()
                .filter(item -> item.state() != SyncState.REMOVABLE)
                .toList();
        boolean isWithheld = !limited.isEmpty() && !mayDelete(limited.size());
        if (isWithheld) {
            store.withhold(tenant, limited);
            tally.withheld += limited.size();
        }
        for (SyncItem item : removed) {
            if (!isWithheld || item.state() == SyncState.REMOVABLE) {
                draft.put(new SyncChange(item, ""), ItemChange.delete(item.retailerId()));
            }
        }
    }

    // Counted over a day, so that a catalog that is emptied little by little is noticed as well.
    private boolean mayDelete(int more) {
        SyncCounts counts = store.counts(tenant, catalog.id(), clock.instant().minus(DELETION_WINDOW));
        long deleted = counts.deleted() + more;
        return deleted <= settings.fewDeletions()
                || deleted <= settings.deletedShare() * (counts.present() + counts.deleted());
    }

    /**
     * Allows the deletions that were withheld until now; later ones are withheld again if they are too many.
     *
     * @return how many were withheld
     */
    public int allowDeletions() {
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
