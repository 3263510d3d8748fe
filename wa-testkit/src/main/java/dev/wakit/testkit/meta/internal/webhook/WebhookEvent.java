package dev.wakit.testkit.meta.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One status or one inbound message on its way to the webhook target.
 *
 * @param section {@code statuses} or {@code messages}
 * @param definiteFailure true when the sender may send again once it has seen this event
 */
record WebhookEvent(String phoneNumberId, String section, ObjectNode payload, boolean definiteFailure) {

    static final String STATUSES = "statuses";
    static final String MESSAGES = "messages";

    String wamid() {
        return payload.path("id").asText();
    }
}
