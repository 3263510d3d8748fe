package dev.wakit.campaign.store;

import java.time.Instant;

/**
 * Which UNCERTAIN deliveries of a group to list, in the order of the time since when they are, then id.
 *
 * <p>Immutable.
 *
 * @param group of which campaign and lane
 * @param until only those that are UNCERTAIN since this time or longer
 * @param intentAfter only those whose intent is later than this
 * @param intentBefore only those whose intent is earlier than this
 * @param triesBelow only those with fewer tries than this
 * @param after only those behind this one: its time and id; {@link ReadCursor#START} for the first page
 * @param limit at most so many
 * @since 0.1
 */
public record UncertainQuery(
        UncertainGroup group,
        Instant until,
        Instant intentAfter,
        Instant intentBefore,
        int triesBelow,
        ReadCursor after,
        int limit) {

    /** Later than every intent. */
    public static final Instant ANY_TIME = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** All that are UNCERTAIN since a time or longer. */
    public static UncertainQuery since(UncertainGroup group, Instant until, int limit) {
        return new UncertainQuery(group, until, Instant.EPOCH, ANY_TIME, Integer.MAX_VALUE, ReadCursor.START, limit);
    }

    /** Only those whose intent lies between two times. */
    public UncertainQuery intentBetween(Instant after, Instant before) {
        return new UncertainQuery(group, until, after, before, triesBelow, this.after, limit);
    }

    /** Only those with fewer tries. */
    public UncertainQuery triesBelow(int tries) {
        return new UncertainQuery(group, until, intentAfter, intentBefore, tries, after, limit);
    }

    /** The next page. */
    public UncertainQuery after(ReadCursor last) {
        return new UncertainQuery(group, until, intentAfter, intentBefore, triesBelow, last, limit);
    }
}
