package dev.wakit.catalog.sync;

import java.time.Duration;
import java.util.Set;

/**
 * How a catalog is mirrored. Immutable; each setter returns new settings.
 *
 * @param batchItems the most changes of a batch, 1 to 5,000
 * @param batchBytes the most bytes of a batch, at least 1,024
 * @param deletedShare the largest part of the catalog that is removed in 24 hours without being allowed, 0 to 1
 * @param fewDeletions so many are removed in any case
 * @param lostAfter after so long a batch whose answer is missing is handed in again
 * @param giveUpAfter after so long a batch that is never over is handed in again
 * @param remoteFields columns that belong to the BSP's side: handed in when a variant is created, and left alone afterwards
 * @since 0.1
 */
public record SyncSettings(
        int batchItems,
        long batchBytes,
        double deletedShare,
        int fewDeletions,
        Duration lostAfter,
        Duration giveUpAfter,
        Set<String> remoteFields) {

    /** Batches of 2,500 and 20 MB; a fifth is removed at most; two minutes; 24 hours; every column is ours. */
    public static final SyncSettings DEFAULT =
            new SyncSettings(2_500, 20_000_000, 0.2, 5, Duration.ofMinutes(2), Duration.ofHours(24), Set.of());

    /** Checks the values. */
    public SyncSettings {
        if (batchItems < 1 || batchItems > 5_000 || batchBytes < 1_024) {
            throw new IllegalArgumentException("Batches of " + batchItems + " changes and " + batchBytes
                    + " bytes are not possible. Use 1 to 5,000 changes and at least 1,024 bytes.");
        }
        if (!(deletedShare >= 0 && deletedShare <= 1) || fewDeletions < 0) {
            throw new IllegalArgumentException("A share of " + deletedShare + " and " + fewDeletions
                    + " deletions are not possible. Use 0 to 1 and 0 or more.");
        }
        if (lostAfter.isNegative() || lostAfter.isZero() || giveUpAfter.compareTo(lostAfter) < 0) {
            throw new IllegalArgumentException("Batches cannot be lost after " + lostAfter + " and given up after "
                    + giveUpAfter + ". Use more than nothing, and the second not below the first.");
        }
        remoteFields = Set.copyOf(remoteFields);
    }

    /** With other sizes of batches. */
    public SyncSettings batches(int items, long bytes) {
        return new SyncSettings(items, bytes, deletedShare, fewDeletions, lostAfter, giveUpAfter, remoteFields);
    }

    /** With another limit of deletions. */
    public SyncSettings deletions(double share, int few) {
        return new SyncSettings(batchItems, batchBytes, share, few, lostAfter, giveUpAfter, remoteFields);
    }

    /** With other patience. */
    public SyncSettings patience(Duration lost, Duration giveUp) {
        return new SyncSettings(batchItems, batchBytes, deletedShare, fewDeletions, lost, giveUp, remoteFields);
    }

    /** With columns that belong to the BSP's side. */
    public SyncSettings remoteFields(Set<String> columns) {
        return new SyncSettings(batchItems, batchBytes, deletedShare, fewDeletions, lostAfter, giveUpAfter, columns);
    }
}
