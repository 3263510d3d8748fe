package dev.wakit.provider;

import dev.wakit.rate.RateLimit;

/**
 * Finds out what became of a send whose answer was lost, at a BSP that can be asked.
 *
 * <p>The engine asks for one delivery at a time, rarely, and never on a thread that sends. Implementations are thread-safe; they
 * block for at most some seconds, and never send anything.
 *
 * @since 0.1
 */
public interface OutcomeLookup {

    /**
     * What the BSP knows of one send.
     *
     * <p>What cannot be found out, because the BSP refuses, cannot be reached, or lists messages that fit only by half, is
     * {@link LookupAnswer.Unsure}, not an exception.
     */
    LookupAnswer find(LookupRequest request);

    /** How often it may be asked, by all workers and for all senders together; five times a second unless the BSP says otherwise. */
    default RateLimit rate() {
        return RateLimit.perSecond(5);
    }
}
