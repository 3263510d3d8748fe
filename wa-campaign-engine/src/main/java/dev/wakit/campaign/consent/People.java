package dev.wakit.campaign.consent;

import dev.wakit.address.Recipient;

/**
 * What is kept about single people, of one tenant. Thread-safe.
 *
 * @since 0.1
 */
public interface People {

    /**
     * Erases what the engine's tables hold about a person, and keeps a keyed hash of their names, so that they never get a message
     * again, even if their number comes back with a new audience. {@code docs/workers.md} says what is erased and what is not.
     *
     * <p>Erased is who has one of the names of the recipient, or shares a delivery with it. From the moment of this call no new
     * request to the person is begun. A delivery whose request is on its way stays until its answer is written, and a webhook that
     * waits stays until it is processed: {@link ErasureReceipt#isComplete} says whether there are any. Then call this again after a
     * few seconds, with the same recipient. It may be repeated as often as needed.
     *
     * <p>Whoever the engine was given by {@code personalRecords(…)}, such as a shop, is told to forget the person too.
     *
     * <p>All stored webhooks of the tenant are read, so this takes seconds to minutes where there are many.
     *
     * @throws dev.wakit.campaign.store.StoreException if the database fails; what was erased by then stays erased. Call it again
     */
    ErasureReceipt erase(Recipient person);

    /** Whether a person was erased under one of these names. Remove the entry of scope ALL from the suppression list to end that. */
    boolean isErased(Recipient person);
}
