package dev.wakit.provider.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.ContentType;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Contents and approvals. */
final class ContentReader {

    private static final Logger LOG = LoggerFactory.getLogger(ContentReader.class);

    private ContentReader() {}

    /** The Content, or empty, with a log line, if it has no SID. */
    static Optional<Content> read(JsonNode node) {
        String sid = Texts.of(node, "sid");
        if (!ContentSid.isValid(sid)) {
            LOG.warn("A Content without a SID is left out.");
            return Optional.empty();
        }
        var variables = new LinkedHashMap<String, String>();
        node.path("variables")
                .properties()
                .forEach(it -> variables.put(it.getKey(), it.getValue().asText()));
        var types = new ArrayList<ContentType>();
        for (Map.Entry<String, JsonNode> type : node.path("types").properties()) {
            types.add(TypeReader.read(type.getKey(), type.getValue()));
        }
        return Optional.of(new Content(
                ContentSid.of(sid),
                Texts.of(node, "friendly_name"),
                Texts.of(node, "language"),
                variables,
                types,
                Optional.of(node.path("approval_requests"))
                        .filter(JsonNode::isObject)
                        .map(ContentReader::approval)));
    }

    /** An approval; newer and older answers put it beside the channel or under its name. */
    static ContentApproval approval(JsonNode node) {
        JsonNode whatsApp = node.path("whatsapp");
        JsonNode approval = whatsApp.isObject() ? whatsApp : node;
        return new ContentApproval(
                Texts.of(approval, "name"),
                TemplateCategory.from(Texts.of(approval, "category")),
                Texts.of(approval, "content_type"),
                status(Texts.of(approval, "status")),
                Texts.of(approval, "rejection_reason"),
                approval.path("allow_category_change").asBoolean(false));
    }

    // Twilio has received it and not yet passed it on.
    private static TemplateStatus status(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "" -> TemplateStatus.UNSUBMITTED;
            case "received" -> TemplateStatus.PENDING;
            default -> TemplateStatus.from(word);
        };
    }
}
