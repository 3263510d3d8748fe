package dev.wakit.catalog.sync;

/**
 * How a catalog stands at the BSP. Immutable.
 *
 * @param present how many variants the BSP may have, without those that were removed lately
 * @param due how many wait to be handed in
 * @param inBatches how many the BSP works on
 * @param errors how many the BSP refused
 * @param withheld how many should be removed and are not
 * @param deleted how many were removed lately without being allowed, or are being removed
 * @since 0.1
 */
public record SyncCounts(long present, long due, long inBatches, long errors, long withheld, long deleted) {}
