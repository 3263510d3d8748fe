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

    /** What came since then. */
    public Settled minus(Settled then) {
        return new Settled(failed - then.failed, messages - then.messages);
    }
}
