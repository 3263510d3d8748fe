package dev.wakit.catalog.sync;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import java.time.Instant;

/**
 * Changes that are handed in together. Immutable.
 *
 * @param tenant its owner
 * @param id its id
 * @param catalog whose variants they are
 * @param handle the BSP's name for it; empty until it is known
 * @param state how far it is
 * @param items how many changes
 * @param polls how often the BSP was asked about it
 * @param createdAt when it was made
 * @param nextAt when there is something to do about it
 * @since 0.1
 */
public record SyncBatch(
        TenantId tenant,
        SyncBatchId id,
        CatalogId catalog,
        String handle,
        State state,
        int items,
        int polls,
        Instant createdAt,
        Instant nextAt) {

    /** How far a batch is. */
    public enum State {
        /** It is about to be handed in, or its process died meanwhile. */
        PREPARED,
        /** The BSP has it. */
        SUBMITTED,
        /** Nobody knows what became of it; what was in it is handed in again after a while. */
        LOST,
        /** It is over. */
        FINISHED,
        /** It is over, and what was in it waits again. */
        RELEASED
    }

    /** The same batch, further on. */
    public SyncBatch in(State newState, String newHandle, int newPolls, Instant next) {
        return new SyncBatch(tenant, id, catalog, newHandle, newState, items, newPolls, createdAt, next);
    }
}
