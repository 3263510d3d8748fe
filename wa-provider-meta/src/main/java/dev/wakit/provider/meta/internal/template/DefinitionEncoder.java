package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.template.ParameterFormat;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.definition.BodyDefinition;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.CardDefinition;
import dev.wakit.template.definition.FooterDefinition;
import dev.wakit.template.definition.HeaderDefinition;
import dev.wakit.template.definition.OfferDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import dev.wakit.template.definition.VariableText;
import java.time.Duration;
import java.util.List;

/** Writes definitions as Meta reads them, see meta-cloud-api 4.2 to 4.4. */
public final class DefinitionEncoder {

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int UNLIMITED = -1;

    private DefinitionEncoder() {}

    /** A definition as it is handed in. */
    public static ObjectNode encode(TemplateDefinition definition) {
        ObjectNode node = Json.object();
        node.put("name", definition.name().value());
        node.put("language", definition.language().value());
        node.put("category", definition.category().name());
        TemplateComponents components = definition.components();
        if (components.hasVariables()) {
            node.put("parameter_format", components.parameterFormat().name());
        }
        definition.ttl().ifPresent(ttl -> ttl(node, ttl, definition.category()));
        definition.linkTracking().ifPresent(counted -> node.put("cta_url_link_tracking_opted_out", !counted));
        if (components.buttons().stream().anyMatch(ButtonDefinition.OrderDetails.class::isInstance)) {
            node.put("display_format", "ORDER_DETAILS");
        }
        node.set("components", components(components));
        return node;
    }

    static ObjectNode encode(TemplateEdit edit, TemplateCategory category) {
        ObjectNode node = Json.object();
        edit.category().ifPresent(changed -> node.put("category", changed.name()));
        edit.ttl().ifPresent(ttl -> ttl(node, ttl, category));
        edit.components().ifPresent(components -> node.set("components", components(components)));
        return node;
    }

    /** Thirty days have a number of their own, except for marketing templates. */
    static void ttl(ObjectNode node, Duration ttl, TemplateCategory category) {
        boolean longest = ttl.equals(LONGEST) && category != TemplateCategory.MARKETING;
        node.put("message_send_ttl_seconds", longest ? UNLIMITED : ttl.toSeconds());
    }

    static ArrayNode components(TemplateComponents components) {
        ArrayNode list = Json.object().arrayNode();
        ParameterFormat format = components.parameterFormat();
        components.header().ifPresent(header -> list.add(header(header, format)));
        components.body().ifPresent(body -> list.add(body(body, format)));
        components.footer().ifPresent(footer -> list.add(footer(footer)));
        components.offer().ifPresent(offer -> list.add(offer(offer)));
        buttons(components.buttons(), list);
        if (!components.cards().isEmpty()) {
            ObjectNode carousel = component("CAROUSEL");
            ArrayNode cards = carousel.putArray("cards");
            components.cards().forEach(card -> cards.addObject().set("components", card(card, format)));
            list.add(carousel);
        }
        if (components.callPermissionRequest()) {
            list.add(component("CALL_PERMISSION_REQUEST"));
        }
        return list;
    }

    private static ObjectNode offer(OfferDefinition offer) {
        ObjectNode node = component("LIMITED_TIME_OFFER");
        node.putObject("limited_time_offer").put("text", offer.text()).put("has_expiration", offer.hasExpiration());
        return node;
    }

    private static ArrayNode card(CardDefinition card, ParameterFormat format) {
        ArrayNode list = Json.object().arrayNode();
        list.add(header(card.header(), format));
        card.body().ifPresent(body -> list.add(body(body, format)));
        buttons(card.buttons(), list);
        return list;
    }

    private static ObjectNode header(HeaderDefinition header, ParameterFormat format) {
        ObjectNode node = component("HEADER").put("format", header.format().name());
        if (header instanceof HeaderDefinition.Text text) {
            node.put("text", text.content().text());
            examples(node, "header_text", text.content(), format, false);
        } else if (header instanceof HeaderDefinition.Media media) {
            node.putObject("example").putArray("header_handle").add(media.handle());
        }
        return node;
    }

    private static ObjectNode body(BodyDefinition body, ParameterFormat format) {
        ObjectNode node = component("BODY");
        if (body instanceof BodyDefinition.Text text) {
            node.put("text", text.content().text());
            examples(node, "body_text", text.content(), format, true);
        } else {
            node.put("add_security_recommendation", ((BodyDefinition.Preset) body).securityRecommendation());
        }
        return node;
    }

    /** A body has a list of lists of positional examples, a header one list; named ones look the same in both. */
    private static void examples(
            ObjectNode node, String name, VariableText content, ParameterFormat format, boolean nested) {
        List<String> variables = content.variables();
        if (variables.isEmpty()) {
            return;
        }
        ObjectNode example = node.putObject("example");
        if (format == ParameterFormat.NAMED) {
            ArrayNode params = example.putArray(name + "_named_params");
            variables.forEach(variable -> params.addObject()
                    .put("param_name", variable)
                    .put("example", content.examples().getOrDefault(variable, "")));
            return;
        }
        ArrayNode outer = example.putArray(name);
        ArrayNode values = nested ? outer.addArray() : outer;
        variables.forEach(variable -> values.add(content.examples().getOrDefault(variable, "")));
    }

    private static ObjectNode footer(FooterDefinition footer) {
        ObjectNode node = component("FOOTER");
        if (footer instanceof FooterDefinition.Text text) {
            return node.put("text", text.text());
        }
        return node.put(
                "code_expiration_minutes",
                ((FooterDefinition.CodeExpiration) footer).after().toMinutes());
    }

    private static void buttons(List<ButtonDefinition> buttons, ArrayNode list) {
        if (!buttons.isEmpty()) {
            ObjectNode node = component("BUTTONS");
            ArrayNode array = node.putArray("buttons");
            buttons.forEach(button -> array.add(ButtonEncoder.encode(button)));
            list.add(node);
        }
    }

    private static ObjectNode component(String type) {
        return Json.object().put("type", type);
    }
}
