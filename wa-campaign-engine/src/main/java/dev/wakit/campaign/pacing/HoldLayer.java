package dev.wakit.campaign.pacing;

/**
 * The layers of pacing, each of which may hold messages back.
 *
 * @since 0.1
 */
public enum HoldLayer {
    /** The sender itself: the BSP slows it, cannot be reached or refuses the credentials. */
    LANE,
    /** The sender is slower than it could be, because the BSP said that it was too fast. */
    THROUGHPUT,
    /** The campaign's sending window is closed. */
    WINDOW,
    /** The campaign's own rate. */
    RATE,
    /** The random delay between two messages. */
    DELAY,
    /** As many requests of the campaign are on their way as may be. */
    IN_FLIGHT,
    /** The pause after a batch. */
    BATCH,
    /** The campaign is spread over a period. */
    SPREAD,
    /** The canary is watched. */
    CANARY,
    /** The portfolio has written to as many people as it may within 24 hours. */
    PORTFOLIO,
    /** The sender is new and has sent what it may today. */
    RAMP_UP,
    /** The person got a message from this sender a moment ago. */
    PAIR,
    /** WhatsApp holds marketing back from the person for now (131049). */
    QUIET
}
