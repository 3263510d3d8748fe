package dev.wakit.campaign.store;

/**
 * Decides what the evidence means for one delivery.
 *
 * <p>Pure: it may be called again for the same row when a transaction is repeated.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Merger {

    /**
     * The delivery with one more piece of evidence.
     *
     * @param located the row as the evidence before this one left it
     * @param index the position of the reference in the list given to {@link DeliveryStore#merge}
     */
    MergeStep merge(Located located, int index);
}
