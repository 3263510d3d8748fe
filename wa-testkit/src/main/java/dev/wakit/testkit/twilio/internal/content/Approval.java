package dev.wakit.testkit.twilio.internal.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;

/** How far WhatsApp's approval of a content is. Immutable. */
public record Approval(String name, String category, String contentType, String status, String reason) {

    static final Approval NONE = new Approval("", "", "", "unsubmitted", "");

    boolean isSubmitted() {
        return !status.equals(NONE.status());
    }

    Approval status(String newStatus, String newReason) {
        return new Approval(name, category, contentType, newStatus, newReason);
    }

    Approval category(String newCategory) {
        return new Approval(name, newCategory, contentType, status, reason);
    }

    ObjectNode json() {
        return Json.object()
                .put("name", name)
                .put("category", category)
                .put("content_type", contentType)
                .put("status", status)
                .put("rejection_reason", reason)
                .put("allow_category_change", true);
    }
}
