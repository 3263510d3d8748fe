package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.interactive.AddressRequest;
import dev.wakit.message.interactive.FlowAction;
import dev.wakit.message.interactive.ListMenu;
import dev.wakit.message.interactive.ListRow;
import dev.wakit.message.interactive.ListSection;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.MediaCarouselCard;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.SavedAddress;
import dev.wakit.message.interactive.UrlButton;
import dev.wakit.message.interactive.VoiceCall;
import dev.wakit.provider.http.Json;
import java.util.Map;

/** Actions that let a person choose, answer, open or call. */
final class ChoiceActions {

    private static final String FLOW_MESSAGE_VERSION = "3";

    private ChoiceActions() {}

    static void replyButtons(ReplyButtons action, ObjectNode node) {
        Fields.putEach(
                node,
                "buttons",
                action.buttons(),
                (button, value) -> button.put("type", "reply")
                        .putObject("reply")
                        .put("id", value.id())
                        .put("title", value.title()));
    }

    static void listMenu(ListMenu action, ObjectNode node) {
        node.put("button", action.button());
        Fields.putEach(node, "sections", action.sections(), ChoiceActions::listSection);
    }

    private static void listSection(ObjectNode node, ListSection section) {
        Fields.put(node, "title", section.title());
        Fields.putEach(node, "rows", section.rows(), ChoiceActions::listRow);
    }

    private static void listRow(ObjectNode node, ListRow row) {
        node.put("id", row.id()).put("title", row.title());
        Fields.put(node, "description", row.description());
    }

    static void urlButton(UrlButton action, ObjectNode node) {
        node.put("name", "cta_url")
                .putObject("parameters")
                .put("display_text", action.displayText())
                .put("url", action.url().toString());
    }

    static void mediaCarousel(MediaCarousel action, ObjectNode node) {
        ArrayNode cards = node.putArray("cards");
        for (MediaCarouselCard card : action.cards()) {
            mediaCard(cards.addObject().put("card_index", cards.size() - 1), card);
        }
    }

    private static void mediaCard(ObjectNode node, MediaCarouselCard card) {
        node.put("type", "cta_url");
        InteractiveEncoder.header(node.putObject("header"), card.header());
        card.body().ifPresent(text -> node.putObject("body").put("text", text));
        urlButton(card.button(), node.putObject("action"));
    }

    static void flow(FlowAction action, ObjectNode node) {
        ObjectNode parameters = node.put("name", "flow").putObject("parameters");
        parameters.put("flow_message_version", FLOW_MESSAGE_VERSION);
        parameters.put(action.byName() ? "flow_name" : "flow_id", action.flow());
        parameters.put("flow_cta", action.callToAction());
        parameters.put("flow_token", action.token());
        parameters.put("mode", action.draft() ? "draft" : "published");
        parameters.put("flow_action", action.dataExchange() ? "data_exchange" : "navigate");
        action.screen().ifPresent(screen -> {
            ObjectNode payload = parameters.putObject("flow_action_payload").put("screen", screen);
            if (!action.data().isEmpty()) {
                payload.set("data", Json.tree(action.data()));
            }
        });
    }

    static void voiceCall(VoiceCall action, ObjectNode node) {
        ObjectNode parameters = node.put("name", "voice_call").putObject("parameters");
        parameters.put("display_text", action.displayText());
        parameters.put("ttl_minutes", action.ttl().toMinutes());
        Fields.put(parameters, "payload", action.payload());
    }

    static void addressRequest(AddressRequest action, ObjectNode node) {
        ObjectNode parameters = node.put("name", "address_message").putObject("parameters");
        parameters.put("country", action.country().code());
        putMap(parameters, "values", action.values());
        Fields.putEach(parameters, "saved_addresses", action.savedAddresses(), ChoiceActions::savedAddress);
        putMap(parameters, "validation_errors", action.validationErrors());
    }

    private static void savedAddress(ObjectNode node, SavedAddress address) {
        node.put("id", address.id());
        putMap(node, "value", address.values());
    }

    private static void putMap(ObjectNode node, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            node.set(name, Json.tree(values));
        }
    }
}
