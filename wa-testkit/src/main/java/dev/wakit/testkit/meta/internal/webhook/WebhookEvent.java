package dev.wakit.testkit.meta.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One status, one inbound message or one whole change on its way to the webhook target.
 *
 * @param field the field of the change
 * @param section {@code statuses} or {@code messages}, whose list it joins; empty if the payload is the whole value
 * @param definiteFailure true when the sender may send again once it has seen this event
 * @param time the Unix seconds of the entry; 0 for none
 */
record WebhookEvent(
        String phoneNumberId, String field, String section, ObjectNode payload, boolean definiteFailure, long time) {

    static final String STATUSES = "statuses";
    static final String MESSAGES = "messages";

    WebhookEvent(String phoneNumberId, String section, ObjectNode payload, boolean definiteFailure) {
        this(phoneNumberId, MESSAGES, section, payload, definiteFailure, 0);
    }

    /** A change with a value of its own, in an entry of its own. */
    static WebhookEvent change(String phoneNumberId, String field, ObjectNode value, long time) {
        return new WebhookEvent(phoneNumberId, field, "", value, false, time);
    }

    /** What the webhook is of: an app subscribes to accounts and to catalogs apart. */
    String object() {
        return field.equals("items_batch") ? "catalog" : "whatsapp_business_account";
    }

    boolean isWholeChange() {
        return section.isEmpty();
    }

    String wamid() {
        return payload.path("id").asText();
    }
}
