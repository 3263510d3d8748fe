package dev.wakit.testkit.meta.internal.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.template.TemplateRegistry;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads a send request and refuses what the Cloud API would refuse before sending. Thread-safe. */
final class MessageReader {

    private static final int MAX_CALLBACK_DATA = 512;
    private static final Pattern SEPARATORS = Pattern.compile("[+\\s()\\-.]");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{6,14}");

    private final TemplateRegistry templates;
    private final KindCheck kinds;

    MessageReader(TemplateRegistry templates, KindCheck kinds) {
        this.templates = templates;
        this.kinds = kinds;
    }

    MessageRequest read(String phoneNumberId, JsonNode body) {
        if (!body.isObject()) {
            throw new Refusal(GraphErrors.notJson());
        }
        if (!body.path("messaging_product").asText("").equals("whatsapp")) {
            throw new Refusal(GraphErrors.required("messaging_product"));
        }
        String to = body.path("to").asText("");
        String userId = body.path("recipient").asText("");
        // With both, Meta looks at "to" alone.
        boolean byUserId = to.isEmpty() && !userId.isEmpty();
        String recipient = byUserId ? userId(userId) : digits(to);
        to = byUserId ? userId : to;
        String hash = hash(body.path("recipient_identity_key_hash"));
        String replyTo = body.path("context").path("message_id").asText("");
        String callbackData = callbackData(body.path("biz_opaque_callback_data"));
        String kind = body.path("type").asText("text");
        kinds.check(kind, body);
        if (!kind.equals("template")) {
            return new MessageRequest(phoneNumberId, to, recipient, kind, "", "service", callbackData, replyTo, hash);
        }
        SimulatedTemplate template = templates.check(body.path("template"));
        String category = template.category().name().toLowerCase(Locale.ROOT);
        return new MessageRequest(
                phoneNumberId, to, recipient, kind, template.name(), category, callbackData, replyTo, hash);
    }

    private static String digits(String to) {
        if (to.isEmpty()) {
            throw new Refusal(GraphErrors.required("to"));
        }
        String digits = SEPARATORS.matcher(to).replaceAll("");
        if (!NUMBER.matcher(digits).matches()) {
            throw new Refusal(GraphErrors.invalid("to", "not a phone number"));
        }
        return digits;
    }

    private static String userId(String userId) {
        if (!USER_ID.matcher(userId).matches()) {
            throw new Refusal(GraphErrors.invalid("recipient", "not a user id"));
        }
        return userId;
    }

    private static String hash(JsonNode node) {
        if (!node.isMissingNode() && (!node.isTextual() || node.asText().isBlank())) {
            throw new Refusal(GraphErrors.invalidParameter("Param recipient_identity_key_hash must be a string."));
        }
        return node.asText("");
    }

    private static String callbackData(JsonNode node) {
        if (!node.isMissingNode() && !node.isTextual()) {
            throw new Refusal(GraphErrors.invalidParameter("Param biz_opaque_callback_data must be a string."));
        }
        if (node.asText("").length() > MAX_CALLBACK_DATA) {
            throw new Refusal(GraphErrors.invalidParameter(
                    "Param biz_opaque_callback_data must be at most 512 characters long."));
        }
        return node.asText("");
    }
}
