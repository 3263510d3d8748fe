package dev.wakit.catalog.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * What one run did. Immutable.
 *
 * @param submitted how many changes were handed in
 * @param unchanged how many variants were found to be as the BSP has them
 * @param withheld how many deletions were withheld
 * @param settled how many batches turned out to be over
 * @param pausedUntil until when nothing is handed in, because the BSP did not take it
 * @param problem why it did not, in words; empty if it did
 * @since 0.1
 */
public record SyncRun(
        int submitted, int unchanged, int withheld, int settled, Optional<Instant> pausedUntil, String problem) {}
