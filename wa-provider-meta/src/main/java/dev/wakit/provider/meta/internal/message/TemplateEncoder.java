package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.http.Json;
import dev.wakit.template.TapTarget;
import dev.wakit.template.TemplateValues;
import java.time.Instant;
import java.util.List;

/** Template messages: the template's name and language, and one component for each part that has values. */
final class TemplateEncoder {

    private TemplateEncoder() {}

    static void encode(TemplateMessage message, ObjectNode envelope) {
        ObjectNode template = envelope.put("type", "template").putObject("template");
        template.put("name", message.name().value());
        template.putObject("language").put("code", message.language().value());
        ArrayNode components = Json.object().arrayNode();
        addValues(components, message.values());
        message.limitedTimeOffer().ifPresent(end -> limitedTimeOffer(components.addObject(), end));
        if (!message.carousel().isEmpty()) {
            carousel(components.addObject(), message.carousel());
        }
        message.tapTarget().ifPresent(target -> tapTarget(components.addObject(), target));
        if (!components.isEmpty()) {
            template.set("components", components);
        }
    }

    private static void addValues(ArrayNode components, TemplateValues values) {
        values.header()
                .ifPresent(header -> TemplateParameters.header(
                        component(components.addObject(), "header").addObject(), header));
        if (!values.body().isEmpty()) {
            ArrayNode parameters = component(components.addObject(), "body");
            values.body().forEach(parameter -> TemplateParameters.body(parameters.addObject(), parameter));
        }
        values.buttons().forEach((index, button) -> ButtonComponents.encode(components.addObject(), index, button));
    }

    private static void limitedTimeOffer(ObjectNode node, Instant end) {
        // Milliseconds, unlike every other time in this API.
        component(node, "limited_time_offer")
                .addObject()
                .put("type", "limited_time_offer")
                .putObject("limited_time_offer")
                .put("expiration_time_ms", end.toEpochMilli());
    }

    private static void carousel(ObjectNode node, List<TemplateValues> values) {
        ArrayNode cards = node.put("type", "carousel").putArray("cards");
        for (TemplateValues value : values) {
            ObjectNode card = cards.addObject().put("card_index", cards.size() - 1);
            addValues(card.putArray("components"), value);
        }
    }

    private static void tapTarget(ObjectNode node, TapTarget target) {
        component(node, "tap_target_configuration")
                .addObject()
                .put("type", "tap_target_configuration")
                .putArray("tap_target_configuration")
                .addObject()
                .put("url", target.url().toString())
                .put("title", target.title());
    }

    private static ArrayNode component(ObjectNode node, String type) {
        return node.put("type", type).putArray("parameters");
    }
}
