package dev.wakit.catalog.store;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.sync.SyncBatch;
import dev.wakit.catalog.sync.SyncChange;
import dev.wakit.catalog.sync.SyncCounts;
import dev.wakit.catalog.sync.SyncItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What is known of variants at the BSP. Writing a product marks its variants as due, and a change of stock that makes one available or
 * unavailable marks it as urgent, in the same transaction.
 *
 * @since 0.1
 */
public interface SyncStore {

    /** Variants that are due and in no batch: urgent ones first, then by id. */
    List<SyncItem> due(TenantId tenant, CatalogId catalog, int limit);

    /** Variants of a catalog by retailer id. */
    List<SyncItem> items(TenantId tenant, CatalogId catalog, Collection<String> retailerIds);

    /** Takes the marks away that were read, of variants that need nothing. */
    void settle(TenantId tenant, List<SyncItem> items);

    /** Notes that variants should be removed and are not, and takes the marks away that were read. */
    void withhold(TenantId tenant, List<SyncItem> items);

    /** Notes that variants cannot be handed in, and takes the marks away that were read. */
    void fail(TenantId tenant, Map<SyncItem, String> problems);

    /**
     * Begins a batch with its changes, and takes the marks away that were read.
     *
     * @return false if one of them is in another batch; then nothing was written
     */
    boolean begin(SyncBatch batch, List<SyncChange> changes);

    /**
     * Urgent variants that a batch which is not over is to change: they need not wait for it. Those that overtook a batch already, and
     * wait for its end, are left out.
     */
    List<SyncItem> urgent(TenantId tenant, CatalogId catalog, int limit);

    /**
     * Begins a batch with variants of {@link #urgent}, which leave the batches they are in. Once such a batch is over, they are due
     * again, because nobody knows which of the two came last.
     *
     * @return false if one of them is in no batch any more; then nothing was written
     */
    boolean overtake(SyncBatch batch, List<SyncChange> changes);

    /** Writes how far a batch is, if it is still in the state that was read. Returns whether it was. */
    boolean update(SyncBatch read, SyncBatch changed);

    /** Batches that are not over, the oldest first. */
    List<SyncBatch> open(TenantId tenant, CatalogId catalog);

    /** The variants of a batch. */
    List<SyncItem> ofBatch(SyncBatch batch);

    /**
     * Notes what the BSP said of variants when it took a batch.
     *
     * @param failed what is wrong, by variant; they leave the batch, which goes on without them
     * @param warnings what is odd, by variant
     */
    void note(SyncBatch batch, Map<VariantId, String> failed, Map<VariantId, String> warnings);

    /**
     * Ends a batch: what is in it is as it was handed in, but for what failed.
     *
     * @param failed what is wrong, by variant
     * @param warnings what is odd, by variant
     * @return false if it ended before; then nothing was written
     */
    boolean finish(SyncBatch batch, Map<VariantId, String> failed, Map<VariantId, String> warnings);

    /**
     * Ends a batch, and what is in it is due again.
     *
     * @param isUnknown whether nobody knows what the BSP has now
     * @return false if it ended before; then nothing was written
     */
    boolean release(SyncBatch batch, boolean isUnknown);

    /**
     * Makes variants due that are in no batch, whatever the BSP is thought to have.
     *
     * @param present whether the BSP has them
     * @return how many
     */
    int redo(TenantId tenant, Collection<VariantId> variants, boolean present);

    /** Makes withheld variants due again, as {@link dev.wakit.catalog.sync.SyncState#REMOVABLE}. Returns how many. */
    int redoWithheld(TenantId tenant, CatalogId catalog);

    /**
     * How a catalog stands.
     *
     * @param since deletions from this time on are counted
     */
    SyncCounts counts(TenantId tenant, CatalogId catalog, Instant since);
}
