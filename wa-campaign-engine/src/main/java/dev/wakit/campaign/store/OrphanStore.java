package dev.wakit.campaign.store;

import dev.wakit.provider.ProviderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Statuses of messages that no delivery has, kept in case their message id is recorded later.
 *
 * <p>Nothing is lost between the two. {@link #keep} looks for the message after the statuses are durable; the transaction that
 * records a message id ({@link DeliveryStore#recordOutcomes} or {@link DeliveryStore#merge}) marks the statuses kept for it; and
 * {@link #recheck} looks once more, for a transaction that was open while both happened.
 *
 * @since 0.1
 */
public interface OrphanStore {

    /**
     * Keeps statuses; one that is there already stays as it is.
     *
     * <p>Two transactions: the statuses are durable before it is looked whether their message has become known meanwhile.
     * A caller that dies in between must keep them again.
     *
     * @param statuses at most 1,000
     */
    void keep(Collection<OrphanStatus> statuses);

    /**
     * Looks once more for the messages of statuses that were received before a time, oldest first; each status is looked at once.
     *
     * @param receivedBefore so long ago that no transaction of that time is still open
     * @return how many statuses were looked at; fewer than the limit means that none is left
     */
    int recheck(Instant receivedBefore, int limit);

    /** Kept statuses of all tenants, of these providers, whose message id a delivery has by now. */
    List<OrphanStatus> matched(Set<ProviderId> providers, int limit);

    /** Removes statuses, once they are merged. */
    void remove(Collection<OrphanStatus> statuses);

    /** How many are kept. */
    long count();

    /** Deletes what was received before this time. Returns how many. */
    int purge(Instant olderThan);
}
