package dev.wakit.provider.twilio.internal.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.twilio.content.ContentType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads one type of a Content; what is missing is left empty, and an unknown type is kept as it is. */
final class TypeReader {

    private static final Map<String, Function<JsonNode, ContentType>> READERS = Map.ofEntries(
            Map.entry("twilio/text", node -> new ContentType.Text(Texts.of(node, "body"))),
            Map.entry(
                    "twilio/media",
                    node -> new ContentType.Media(Texts.of(node, "body"), Texts.list(node.path("media")))),
            Map.entry("twilio/location", TypeReader::location),
            Map.entry(
                    "twilio/quick-reply",
                    node -> new ContentType.QuickReply(Texts.of(node, "body"), Actions.read(node.path("actions")))),
            Map.entry(
                    "twilio/call-to-action",
                    node -> new ContentType.CallToAction(Texts.of(node, "body"), Actions.read(node.path("actions")))),
            Map.entry("twilio/list-picker", TypeReader::list),
            Map.entry("twilio/card", TypeReader::card),
            Map.entry("whatsapp/card", TypeReader::whatsAppCard),
            Map.entry("twilio/carousel", TypeReader::carousel),
            Map.entry("twilio/catalog", TypeReader::catalog),
            Map.entry("whatsapp/authentication", TypeReader::password),
            Map.entry("whatsapp/flows", TypeReader::flow),
            Map.entry("twilio/flows", TypeReader::form),
            Map.entry(
                    "twilio/schedule",
                    node -> new ContentType.Schedule(
                            Texts.of(node, "id"), Texts.of(node, "title"), Texts.of(node, "timeSlots"))));

    private TypeReader() {}

    static ContentType read(String name, JsonNode node) {
        Function<JsonNode, ContentType> reader = READERS.get(name);
        return reader == null || !node.isObject() ? new ContentType.Other(name, node.toString()) : reader.apply(node);
    }

    private static ContentType location(JsonNode node) {
        return new ContentType.Location(
                Texts.decimal(node, "latitude"),
                Texts.decimal(node, "longitude"),
                Texts.of(node, "label"),
                Texts.of(node, "id"),
                Texts.of(node, "address"));
    }

    private static ContentType list(JsonNode node) {
        var items = new ArrayList<ContentType.ListPicker.Row>();
        node.path("items")
                .forEach(item -> items.add(new ContentType.ListPicker.Row(
                        Texts.of(item, "id"), Texts.of(item, "item"), Texts.of(item, "description"))));
        return new ContentType.ListPicker(Texts.of(node, "body"), Texts.of(node, "button"), items);
    }

    private static ContentType card(JsonNode node) {
        return new ContentType.Card(
                Texts.of(node, "title"),
                Texts.of(node, "subtitle"),
                Texts.list(node.path("media")),
                Actions.read(node.path("actions")));
    }

    private static ContentType whatsAppCard(JsonNode node) {
        return new ContentType.WhatsAppCard(
                Texts.of(node, "body"),
                Texts.of(node, "header_text"),
                Texts.of(node, "footer"),
                Texts.list(node.path("media")),
                Actions.read(node.path("actions")));
    }

    private static ContentType carousel(JsonNode node) {
        var cards = new ArrayList<ContentType.Carousel.Card>();
        node.path("cards")
                .forEach(card -> cards.add(new ContentType.Carousel.Card(
                        Texts.of(card, "title"),
                        Texts.of(card, "body"),
                        Texts.of(card, "media"),
                        Actions.read(card.path("actions")))));
        return new ContentType.Carousel(Texts.of(node, "body"), cards);
    }

    private static ContentType catalog(JsonNode node) {
        var items = new ArrayList<ContentType.Catalog.Product>();
        node.path("items")
                .forEach(item -> items.add(new ContentType.Catalog.Product(
                        Texts.of(item, "id"),
                        Texts.of(item, "section_title"),
                        Texts.of(item, "name"),
                        Texts.of(item, "media_url"),
                        Texts.decimal(item, "price"),
                        Texts.of(item, "description"))));
        return new ContentType.Catalog(
                Texts.of(node, "title"),
                Texts.of(node, "body"),
                Texts.of(node, "subtitle"),
                Texts.of(node, "id"),
                items,
                Texts.of(node, "dynamic_items"));
    }

    private static ContentType password(JsonNode node) {
        var titles = new ArrayList<String>();
        node.path("actions").forEach(action -> titles.add(Texts.of(action, "copy_code_text")));
        return new ContentType.Authentication(
                titles,
                node.path("add_security_recommendation").asBoolean(false),
                Texts.decimal(node, "code_expiration_minutes").intValue());
    }

    private static ContentType flow(JsonNode node) {
        return new ContentType.WhatsAppFlow(
                Texts.of(node, "body"),
                Texts.of(node, "button_text"),
                Texts.of(node, "subtitle"),
                Texts.of(node, "media_url"),
                Texts.of(node, "flow_id"),
                Texts.of(node, "flow_token"),
                Texts.of(node, "flow_first_page_id"),
                node.path("is_flow_first_page_endpoint").asBoolean(false));
    }

    private static ContentType form(JsonNode node) {
        var pages = new ArrayList<ContentType.Form.Page>();
        node.path("pages")
                .forEach(page -> pages.add(new ContentType.Form.Page(
                        Texts.of(page, "id"),
                        Texts.of(page, "next_page_id"),
                        Texts.of(page, "title"),
                        Texts.of(page, "subtitle"),
                        fields(page.path("layout")))));
        return new ContentType.Form(
                Texts.of(node, "body"),
                Texts.of(node, "button_text"),
                Texts.of(node, "subtitle"),
                Texts.of(node, "media_url"),
                Texts.of(node, "type"),
                pages);
    }

    private static List<ContentType.Form.Field> fields(JsonNode layout) {
        var fields = new ArrayList<ContentType.Form.Field>();
        layout.forEach(
                field -> fields.add(new ContentType.Form.Field(Texts.of(field, "label"), Texts.of(field, "type"))));
        return fields;
    }
}
