package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.provider.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Webhook bodies that were taken over and wait for processing, and the keys of events that were seen.
 *
 * @since 0.1
 */
public interface WebhookInbox {

    /** Adds a request. When this returns, the body is durable and the BSP may be answered with 200. */
    void append(InboxEntry entry);

    /**
     * Claims entries that are due, oldest first, and hides them from other workers for a while.
     *
     * <p>An entry that was claimed before and neither settled nor given back counts a try more: its worker died over it. One that was
     * tried twice is claimed alone, so that what it does to the next worker counts against no other.
     *
     * @param providers only those whose webhooks this worker can read
     * @param hideFor after this time an entry that was not settled can be claimed again
     */
    List<InboxEntry> claim(String worker, Set<ProviderId> providers, int limit, Instant now, Duration hideFor);

    /**
     * Makes due again what this worker claimed and did not settle, without counting a try: the database failed, not the entry.
     *
     * @return how many
     */
    int giveBack(String worker, Instant now);

    /** Settles entries that were processed. They are kept until {@link #purge}. */
    void done(Collection<Long> ids, Instant now);

    /** Puts an entry back for a later try. */
    void retry(long id, Instant dueAt, String error);

    /** Sets an entry aside after too many tries; {@link #redrive} brings it back. */
    void park(long id, String error);

    /** Makes the parked entries of a tenant due again. Returns how many. */
    int redrive(TenantId tenant, Instant now);

    /** How many entries wait, parked ones not counted. */
    long backlog();

    /** How far the inbox of a tenant is behind. */
    InboxAge age(TenantId tenant);

    /** How many entries are parked. */
    long parked();

    /**
     * Remembers events by key.
     *
     * @param keys at most 640 characters each, told apart by case and blanks
     * @throws IllegalArgumentException if a key is longer
     * @return those of the keys that were not there before
     */
    Set<String> firstSeen(TenantId tenant, Collection<String> keys, Instant now);

    /** Those of these keys that {@link #firstSeen} remembers; at most 640 characters each, told apart by case and blanks. */
    Set<String> seen(TenantId tenant, Collection<String> keys);

    /**
     * Notes when something was said about a subject, unless something later was said about it before: compare and set.
     *
     * @param subject at most 640 characters, told apart by case and blanks
     * @param at when it was said, by the clock of who said it
     * @return whether nothing later is noted; also for the time that is noted already
     * @throws IllegalArgumentException if the subject is longer
     */
    boolean noteNews(TenantId tenant, String subject, Instant at);

    /** Deletes settled entries, event keys and noted times older than this. Returns how many entries. */
    int purge(Instant olderThan);
}
