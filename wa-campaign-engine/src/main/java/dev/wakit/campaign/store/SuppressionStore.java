package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The suppression list: at most one entry per person and scope.
 *
 * <p>The entry of a person who was erased holds a keyed hash instead of the key, see {@link ErasureStore#remember}. It holds for the
 * key, and the list shows the hash.
 *
 * @since 0.1
 */
public interface SuppressionStore {

    /**
     * Adds an entry; one that is there already keeps its source and reason, and takes the later time. For a person who was erased
     * nothing is added: they get no message as it is.
     *
     * @return whether it is new
     */
    boolean add(TenantId tenant, Suppression suppression);

    /**
     * Removes a person's entry of a scope, unless it was made after this time: an old wish does not end a newer one. With the scope
     * ALL goes the entry of a person who was erased, too.
     *
     * <p>With an entry for now ends the wait of the PENDING deliveries that wait for it: they are due at once.
     *
     * @return whether there was one
     */
    boolean remove(TenantId tenant, String recipientKey, SuppressionScope scope, Instant madeUntil);

    /** Deletes entries that ended by themselves before this time. Returns how many. */
    int purgeEnded(Instant before);

    /**
     * Which of these people may not be sent to, entries for now left out: those only delay.
     *
     * @param recipientKeys at most 5,000
     * @param marketing whether the message is marketing; otherwise only entries of scope ALL count
     */
    Set<String> suppressed(TenantId tenant, Collection<String> recipientKeys, boolean marketing);

    /**
     * Entries in the order of their keys.
     *
     * @param afterKey only those after this key; empty for the first page
     */
    List<Suppression> list(TenantId tenant, String afterKey, int limit);
}
