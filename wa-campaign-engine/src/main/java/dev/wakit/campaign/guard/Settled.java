package dev.wakit.campaign.guard;

/**
 * How many messages of a campaign are settled for now, as guards count them.
 *
 * <p>Immutable.
 *
 * @param failed those that failed
 * @param messages all that were accepted or failed
 * @since 0.1
 */
public record Settled(long failed, long messages) {

    /** Nothing yet. */
    public static final Settled NONE = new Settled(0, 0);

    /** What came since then; nothing where there is less than there was. */
    public Settled minus(Settled then) {
        long more = Math.max(0, failed - then.failed);
        return new Settled(more, Math.max(more, messages - then.messages));
    }

    /**
     * The smaller number of each. Messages can become fewer: one that had failed arrives after all, or is tried again. A count since
     * then that goes on from the old numbers would miss as many new failures.
     */
    public Settled least(Settled other) {
        return new Settled(Math.min(failed, other.failed), Math.min(messages, other.messages));
    }
}
