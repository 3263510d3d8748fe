package dev.wakit.provider.twilio.internal.content;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.twilio.content.ContentType;
import java.math.BigDecimal;
import java.util.List;

/** Writes one type of a Content, see bsp-apis 2.3. */
final class TypeWriter {

    private TypeWriter() {}

    static ObjectNode write(ContentType type) {
        ObjectNode node = Json.object();
        if (type instanceof ContentType.Text text) {
            node.put("body", text.body());
        } else if (type instanceof ContentType.Media media) {
            Texts.put(node, "body", media.body());
            Texts.put(node, "media", media.media());
        } else if (type instanceof ContentType.QuickReply reply) {
            Actions.write(reply.actions(), node.put("body", reply.body()));
        } else if (type instanceof ContentType.CallToAction call) {
            Actions.write(call.actions(), node.put("body", call.body()));
        } else if (type instanceof ContentType.Card card) {
            Texts.put(node, "title", card.title());
            Texts.put(node, "subtitle", card.subtitle());
            Texts.put(node, "media", card.media());
            Actions.write(card.actions(), node);
        } else if (type instanceof ContentType.WhatsAppCard card) {
            node.put("body", card.body());
            Texts.put(node, "header_text", card.headerText());
            Texts.put(node, "footer", card.footer());
            Texts.put(node, "media", card.media());
            Actions.write(card.actions(), node);
        } else if (type instanceof ContentType.Authentication password) {
            password(password, node);
        } else if (type instanceof ContentType.Carousel carousel) {
            carousel(carousel, node);
        } else {
            return writeRarer(type, node);
        }
        return node;
    }

    private static ObjectNode writeRarer(ContentType type, ObjectNode node) {
        if (type instanceof ContentType.Location location) {
            node.put("latitude", location.latitude()).put("longitude", location.longitude());
            Texts.put(node, "label", location.label());
            Texts.put(node, "id", location.id());
            Texts.put(node, "address", location.address());
        } else if (type instanceof ContentType.ListPicker list) {
            list(list, node);
        } else if (type instanceof ContentType.Catalog catalog) {
            catalog(catalog, node);
        } else if (type instanceof ContentType.WhatsAppFlow flow) {
            flow(flow, node);
        } else if (type instanceof ContentType.Form form) {
            form(form, node);
        } else if (type instanceof ContentType.Schedule schedule) {
            node.put("id", schedule.id()).put("title", schedule.title()).put("timeSlots", schedule.timeSlots());
        } else {
            throw new IllegalArgumentException("Type '" + type.name() + "' is read only. Leave it out.");
        }
        return node;
    }

    private static void list(ContentType.ListPicker list, ObjectNode node) {
        ArrayNode items =
                node.put("body", list.body()).put("button", list.button()).putArray("items");
        list.items().forEach(item -> {
            ObjectNode row = items.addObject().put("id", item.id()).put("item", item.item());
            Texts.put(row, "description", item.description());
        });
    }

    private static void carousel(ContentType.Carousel carousel, ObjectNode node) {
        ArrayNode cards = node.put("body", carousel.body()).putArray("cards");
        carousel.cards().forEach(card -> {
            ObjectNode written = cards.addObject();
            Texts.put(written, "title", card.title());
            written.put("body", card.body()).put("media", card.media());
            Actions.write(card.actions(), written);
        });
    }

    private static void catalog(ContentType.Catalog catalog, ObjectNode node) {
        Texts.put(node, "title", catalog.title());
        node.put("body", catalog.body());
        Texts.put(node, "subtitle", catalog.subtitle());
        Texts.put(node, "id", catalog.id());
        if (!catalog.items().isEmpty()) {
            ArrayNode items = node.putArray("items");
            catalog.items().forEach(item -> {
                ObjectNode written = items.addObject();
                Texts.put(written, "id", item.id());
                Texts.put(written, "section_title", item.sectionTitle());
                Texts.put(written, "name", item.name());
                Texts.put(written, "media_url", item.mediaUrl());
                Texts.put(written, "description", item.description());
                if (item.price().compareTo(BigDecimal.ZERO) != 0) {
                    written.put("price", item.price());
                }
            });
        }
        Texts.put(node, "dynamic_items", catalog.dynamicItems());
    }

    private static void password(ContentType.Authentication password, ObjectNode node) {
        node.put("add_security_recommendation", password.securityRecommendation());
        if (password.expirationMinutes() > 0) {
            node.put("code_expiration_minutes", password.expirationMinutes());
        }
        ArrayNode actions = node.putArray("actions");
        password.copyCodeTexts()
                .forEach(text -> actions.addObject().put("type", "COPY_CODE").put("copy_code_text", text));
    }

    private static void flow(ContentType.WhatsAppFlow flow, ObjectNode node) {
        node.put("body", flow.body()).put("button_text", flow.buttonText()).put("flow_id", flow.flowId());
        Texts.put(node, "subtitle", flow.subtitle());
        Texts.put(node, "media_url", flow.mediaUrl());
        Texts.put(node, "flow_token", flow.flowToken());
        Texts.put(node, "flow_first_page_id", flow.firstPageId());
        node.put("is_flow_first_page_endpoint", flow.endpointFirst());
    }

    private static void form(ContentType.Form form, ObjectNode node) {
        node.put("body", form.body()).put("button_text", form.buttonText()).put("type", form.type());
        Texts.put(node, "subtitle", form.subtitle());
        Texts.put(node, "media_url", form.mediaUrl());
        ArrayNode pages = node.putArray("pages");
        form.pages().forEach(page -> {
            ObjectNode written = pages.addObject().put("id", page.id()).put("title", page.title());
            Texts.put(written, "next_page_id", page.nextPageId());
            Texts.put(written, "subtitle", page.subtitle());
            fields(page.layout(), written.putArray("layout"));
        });
    }

    private static void fields(List<ContentType.Form.Field> fields, ArrayNode layout) {
        fields.forEach(field -> {
            ObjectNode written = layout.addObject().put("type", field.type());
            Texts.put(written, "label", field.label());
        });
    }
}
