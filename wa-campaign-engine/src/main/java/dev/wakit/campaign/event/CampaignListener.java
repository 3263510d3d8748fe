package dev.wakit.campaign.event;

/**
 * A host's ear.
 *
 * <p>Called on the engine's threads, one event at a time for each lane and for the webhook processor: be quick and thread-safe.
 * An exception is logged with the listener's class and goes no further.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CampaignListener {

    /** Something happened. */
    void on(CampaignEvent event);
}
