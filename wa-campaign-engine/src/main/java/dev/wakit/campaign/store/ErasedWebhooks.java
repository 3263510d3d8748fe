package dev.wakit.campaign.store;

/**
 * What a look through a page of stored webhooks led to.
 *
 * <p>Immutable.
 *
 * @param seen how many webhooks were looked at; fewer than the limit means that none is left
 * @param lastId the id of the last one
 * @param cleared webhooks whose body was cleared
 * @param waiting webhooks that hold one of the texts and wait for processing
 * @since 0.1
 */
public record ErasedWebhooks(int seen, long lastId, int cleared, int waiting) {}
