package dev.wakit.catalog.sync;

import dev.wakit.TenantId;
import dev.wakit.WhatsAppException;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.commerce.catalog.BatchReceipt;
import dev.wakit.commerce.catalog.ItemChange;
import dev.wakit.provider.CatalogGateway;
import dev.wakit.provider.ChangeAnswer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;

/** Hands changes in. Thread-safe. */
final class BatchSubmit {

    private final TenantId tenant;
    private final CatalogId catalog;
    private final SyncStore store;
    private final CatalogGateway gateway;
    private final String remote;
    private final BatchWatch watch;
    private final SyncSettings settings;
    private final InstantSource clock;
    private final LongSupplier ids;

    BatchSubmit(
            TenantId tenant,
            CatalogId catalog,
            SyncStore store,
            CatalogGateway gateway,
            String remote,
            BatchWatch watch,
            SyncSettings settings,
            InstantSource clock,
            LongSupplier ids) {
        this.tenant = tenant;
        this.catalog = catalog;
        this.store = store;
        this.gateway = gateway;
        this.remote = remote;
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Hands a batch in: first it is written down, so that a process that dies leaves a trace.
     *
     * @return how many changes the BSP has, or may have; 0 if another process was faster
     * @throws WhatsAppException if the BSP did not take it; then what is in it is due again
     */
    int submit(List<SyncChange> changes, List<ItemChange> data) {
        return submit(changes, data, store::begin);
    }

    /** The same for variants that other batches are about to change. */
    int overtake(List<SyncChange> changes, List<ItemChange> data) {
        return submit(changes, data, store::overtake);
    }

    private int submit(
            List<SyncChange> changes, List<ItemChange> data, BiPredicate<SyncBatch, List<SyncChange>> begin) {
        Instant now = clock.instant();
        var batch = new SyncBatch(
                tenant,
                new SyncBatchId(ids.getAsLong()),
                catalog,
                "",
                SyncBatch.State.PREPARED,
                changes.size(),
                0,
                now,
                now.plus(settings.lostAfter()));
        if (!begin.test(batch, changes)) {
            return 0;
        }
        ChangeAnswer<BatchReceipt> answer;
        try {
            answer = gateway.submit(remote, data);
        } catch (WhatsAppException refused) {
            store.release(batch, false);
            throw refused;
        }
        Optional<BatchReceipt> receipt = answer.known();
        if (receipt.isEmpty()) {
            watch.lose(batch, clock.instant());
        } else {
            taken(batch, receipt.get(), data);
        }
        return changes.size();
    }

    // What the BSP says at once it says again when the batch is over, or never: so both are remembered.
    private void taken(SyncBatch batch, BatchReceipt receipt, List<ItemChange> data) {
        Instant now = clock.instant();
        if (receipt.handle().isEmpty()) {
            var all = new ArrayList<String>();
            data.forEach(change -> all.add(change.retailerId()));
            watch.finish(batch, all, receipt.errors(), receipt.warnings());
            return;
        }
        SyncBatch submitted =
                batch.in(SyncBatch.State.SUBMITTED, receipt.handle().get(), 0, BatchWatch.firstPoll(now));
        store.update(batch, submitted);
        watch.note(submitted, receipt.errors(), receipt.warnings());
    }
}
