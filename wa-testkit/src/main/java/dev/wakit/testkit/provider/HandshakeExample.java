package dev.wakit.testkit.provider;

import dev.wakit.webhook.WebhookRequest;

/**
 * How a BSP checks a webhook endpoint before it posts to it.
 *
 * @param genuine a request of the BSP
 * @param answer what it expects to be sent back
 * @param forged the same request from somebody who does not know the token
 * @since 0.1
 */
public record HandshakeExample(WebhookRequest genuine, String answer, WebhookRequest forged) {}
