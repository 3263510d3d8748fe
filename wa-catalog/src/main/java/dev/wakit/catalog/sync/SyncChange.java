package dev.wakit.catalog.sync;

/**
 * What is handed in for a variant. Immutable.
 *
 * @param item the variant, as it was read
 * @param hash the digest of what the BSP will have; empty if it is removed
 * @since 0.1
 */
public record SyncChange(SyncItem item, String hash) {

    /** Whether it is removed. */
    public boolean isDeletion() {
        return hash.isEmpty();
    }

    /** Whether it is removed, and counts against the limit of deletions: nobody allowed it. */
    public boolean isLimited() {
        return isDeletion() && item.state() != SyncState.REMOVABLE;
    }
}
