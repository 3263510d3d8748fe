package dev.wakit.catalog.sync;

/**
 * How a variant stands at the BSP.
 *
 * @since 0.1
 */
public enum SyncState {
    /** Never handed in. */
    NEW,
    /** As it was handed in last. */
    OK,
    /** The BSP refused it; it is handed in again once it changes or drift is repaired. */
    ERROR,
    /** It should be removed, and is not, because too much would be; see {@link CatalogSync#allowDeletions()}. */
    WITHHELD,
    /** It was withheld, and somebody allowed that it is removed. */
    REMOVABLE;

    /** The state of a variant that turns out to need nothing. */
    public SyncState settled() {
        return this == WITHHELD || this == REMOVABLE ? OK : this;
    }
}
