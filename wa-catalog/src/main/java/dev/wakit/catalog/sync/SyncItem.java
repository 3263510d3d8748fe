package dev.wakit.catalog.sync;

import dev.wakit.catalog.product.VariantId;

/**
 * What is known of a variant at the BSP. Immutable.
 *
 * @param variant the variant
 * @param retailerId its id in the catalog
 * @param due how often it changed since it was handed in last
 * @param urgent whether one of the changes made it available or unavailable
 * @param present whether the BSP may have it
 * @param sentHash the digest of what the BSP has; empty if unknown, or if it has nothing
 * @param inBatch whether the BSP works on it
 * @param state how it stands
 * @param problem what the BSP finds wrong, in its words; empty if nothing
 * @since 0.1
 */
public record SyncItem(
        VariantId variant,
        String retailerId,
        int due,
        boolean urgent,
        boolean present,
        String sentHash,
        boolean inBatch,
        SyncState state,
        String problem) {}
