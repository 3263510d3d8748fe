package dev.wakit.campaign.store;

import dev.wakit.TenantId;
import dev.wakit.provider.ProviderId;
import dev.wakit.webhook.WebhookRequest;
import java.time.Instant;

/**
 * A webhook request in the inbox.
 *
 * <p>Immutable.
 *
 * @param tenant the owner of the endpoint
 * @param id its place in the order of arrival
 * @param provider whose webhook it is
 * @param request what was posted
 * @param receivedAt when
 * @param tries how often processing it failed
 * @since 0.1
 */
public record InboxEntry(
        TenantId tenant, long id, ProviderId provider, WebhookRequest request, Instant receivedAt, int tries) {}
