package dev.wakit.campaign.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.audience.RowError;
import dev.wakit.campaign.content.ButtonValue;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.HeaderMedia;
import dev.wakit.campaign.content.InteractiveContent;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.internal.codec.MarketingCodec;
import dev.wakit.campaign.internal.codec.MessageCodec;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.provider.ProviderId;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stored text form of content and settings: JSON, to which fields may be added and never renamed. Thread-safe.
 */
final class SpecCodec {

    private final ObjectMapper json = new ObjectMapper();
    private final MessageCodec messages = new MessageCodec();

    /** A content of a provider stands below the main one, under its name. */
    String write(Contents contents) {
        ObjectNode node = json.createObjectNode();
        write(node, contents.main());
        if (!contents.own().isEmpty()) {
            ObjectNode own = node.putObject("providers");
            contents.own().forEach((provider, content) -> write(own.putObject(provider.value()), content));
        }
        return node.toString();
    }

    private void write(ObjectNode node, CampaignContent content) {
        if (content instanceof TextContent text) {
            node.put("kind", "text").put("text", text.text());
        } else if (content instanceof InteractiveContent interactive) {
            node.put("kind", "interactive").put("message", messages.write(interactive.message()));
        } else if (content instanceof TemplateContent template) {
            writeTemplate(node, template);
        }
    }

    private void writeTemplate(ObjectNode node, TemplateContent template) {
        node.put("kind", "template")
                .put("name", template.name().value())
                .put("language", template.language().value());
        template.body().forEach(node.putArray("body")::add);
        template.namedBody().forEach(node.putObject("namedBody")::put);
        template.headerText().ifPresent(text -> node.put("headerText", text));
        template.headerMedia()
                .ifPresent(media -> node.putObject("headerMedia")
                        .put("kind", media.kind().name())
                        .put("source", media.source())
                        .put("filename", media.filename()));
        var buttons = node.putArray("buttons");
        template.buttons()
                .forEach(button -> buttons.addObject()
                        .put("index", button.index())
                        .put("kind", button.kind().name())
                        .put("value", button.value()));
        template.marketing().ifPresent(marketing -> MarketingCodec.write(node.putObject("marketing"), marketing));
        if (!template.shared().equals(nothingShared(template))) {
            node.put("shared", messages.write(template.shared()));
        }
    }

    /** What a template shares that has only personal values. */
    private static TemplateMessage nothingShared(TemplateContent template) {
        TemplateMessageBuilder nothing = TemplateMessage.builder(template.name(), template.language());
        template.marketing().ifPresent(nothing::marketing);
        return nothing.build();
    }

    Contents readContents(String text) {
        JsonNode node = parse(text);
        var own = new HashMap<ProviderId, CampaignContent>();
        for (Map.Entry<String, JsonNode> provider : node.path("providers").properties()) {
            own.put(new ProviderId(provider.getKey()), readContent(provider.getValue()));
        }
        return new Contents(readContent(node), own);
    }

    private CampaignContent readContent(JsonNode node) {
        if (node.path("kind").asText().equals("text")) {
            return TextContent.of(node.path("text").asText());
        }
        if (node.path("kind").asText().equals("interactive")) {
            return InteractiveContent.of(
                    (InteractiveMessage) messages.read(node.path("message").asText()));
        }
        var body = new ArrayList<String>();
        node.path("body").forEach(value -> body.add(value.asText()));
        TemplateContent content = (node.has("shared")
                        ? TemplateContent.of((TemplateMessage)
                                messages.read(node.path("shared").asText()))
                        : TemplateContent.of(
                                node.path("name").asText(),
                                node.path("language").asText()))
                .body(body.toArray(String[]::new));
        for (Map.Entry<String, JsonNode> named : node.path("namedBody").properties()) {
            content = content.namedBody(named.getKey(), named.getValue().asText());
        }
        if (node.has("headerText")) {
            content = content.headerText(node.path("headerText").asText());
        }
        if (node.has("headerMedia")) {
            JsonNode media = node.path("headerMedia");
            content = content.headerMedia(new HeaderMedia(
                    HeaderMedia.Kind.valueOf(media.path("kind").asText()),
                    media.path("source").asText(),
                    media.path("filename").asText()));
        }
        for (JsonNode button : node.path("buttons")) {
            content = content.button(new ButtonValue(
                    button.path("index").asInt(),
                    ButtonValue.Kind.valueOf(button.path("kind").asText()),
                    button.path("value").asText()));
        }
        return node.has("marketing") ? content.marketing(MarketingCodec.read(node.path("marketing"))) : content;
    }

    String write(CampaignSettings settings) {
        ObjectNode node = json.createObjectNode();
        node.put("category", settings.category().name());
        RetryPolicy retry = settings.retry();
        node.putObject("retry")
                .put("maxTries", retry.maxTries())
                .put("firstDelayMs", retry.firstDelay().toMillis())
                .put("maxDelayMs", retry.maxDelay().toMillis())
                .put("quietDelayMs", retry.quietDelay().toMillis());
        settings.rate()
                .ifPresent(rate -> node.putObject("rate")
                        .put("messages", rate.messages())
                        .put("periodMs", rate.period().toMillis()));
        settings.sendBy().ifPresent(at -> node.put("sendBy", at.toEpochMilli()));
        settings.defaultRegion().ifPresent(region -> node.put("defaultRegion", region.code()));
        PacingCodec.write(node.putObject("pacing"), settings.pacing());
        GuardsCodec.write(node.putObject("guards"), settings.guards(), settings.forgiven());
        node.put("sendMode", settings.sendMode().name());
        settings.evidenceGrace().ifPresent(grace -> node.put("evidenceGraceMs", grace.toMillis()));
        settings.senders().ifPresent(pool -> PoolCodec.write(node.putObject("pool"), pool));
        AudienceSummary audience = settings.audience();
        ObjectNode summary =
                node.putObject("audience").put("rows", audience.rows()).put("unreadable", audience.unreadable());
        var errors = summary.putArray("errors");
        audience.errors()
                .forEach(error -> errors.addObject().put("line", error.line()).put("reason", error.reason()));
        return node.toString();
    }

    CampaignSettings readSettings(String text) {
        JsonNode node = parse(text);
        JsonNode retry = node.path("retry");
        CampaignSettings.Builder settings = CampaignSettings.builder(
                TemplateCategory.valueOf(node.path("category").asText()),
                new RetryPolicy(
                        retry.path("maxTries").asInt(),
                        Duration.ofMillis(retry.path("firstDelayMs").asLong()),
                        Duration.ofMillis(retry.path("maxDelayMs").asLong()),
                        Duration.ofMillis(retry.path("quietDelayMs").asLong())),
                readAudience(node.path("audience")));
        settings.rate(readRate(node.get("rate")));
        settings.pacing(PacingCodec.read(node.path("pacing")));
        if (node.has("sendBy")) {
            settings.sendBy(Instant.ofEpochMilli(node.path("sendBy").asLong()));
        }
        if (node.has("defaultRegion")) {
            settings.defaultRegion(Region.of(node.path("defaultRegion").asText()));
        }
        settings.guards(GuardsCodec.readGuards(node.path("guards")));
        settings.forgiven(GuardsCodec.readForgiven(node.path("guards")));
        if (node.has("sendMode")) {
            settings.sendMode(SendMode.valueOf(node.path("sendMode").asText()));
        }
        if (node.has("evidenceGraceMs")) {
            settings.evidenceGrace(
                    Duration.ofMillis(node.path("evidenceGraceMs").asLong()));
        }
        if (node.has("pool")) {
            settings.senders(PoolCodec.read(node.path("pool")));
        }
        return settings.build();
    }

    private static AudienceSummary readAudience(JsonNode node) {
        var errors = new ArrayList<RowError>();
        node.path("errors")
                .forEach(error -> errors.add(new RowError(
                        error.path("line").asLong(), error.path("reason").asText())));
        return new AudienceSummary(
                node.path("rows").asLong(), node.path("unreadable").asLong(), errors);
    }

    private static @Nullable RateLimit readRate(@Nullable JsonNode node) {
        return node == null
                ? null
                : new RateLimit(
                        node.path("messages").asInt(),
                        Duration.ofMillis(node.path("periodMs").asLong()));
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("A stored campaign cannot be read: its JSON is damaged.", e);
        }
    }
}
