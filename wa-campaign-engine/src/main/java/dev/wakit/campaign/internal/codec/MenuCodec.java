package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.interactive.ListMenu;
import dev.wakit.message.interactive.ListRow;
import dev.wakit.message.interactive.ListSection;
import dev.wakit.message.interactive.MediaCarousel;
import dev.wakit.message.interactive.MediaCarouselCard;
import dev.wakit.message.interactive.ReplyButton;
import dev.wakit.message.interactive.ReplyButtons;
import dev.wakit.message.interactive.UrlButton;

/** Buttons, menus and cards. */
final class MenuCodec {

    private static final String TITLE = "title";

    private MenuCodec() {}

    static void write(ObjectNode node, ReplyButtons buttons) {
        Put.list(
                node,
                "buttons",
                buttons.buttons(),
                (object, button) -> object.put("id", button.id()).put(TITLE, button.title()));
    }

    static ReplyButtons replyButtons(Fields fields) {
        return new ReplyButtons(
                fields.list("buttons", button -> ReplyButton.of(button.text("id"), button.text(TITLE))));
    }

    static void write(ObjectNode node, ListMenu menu) {
        node.put("button", menu.button());
        Put.list(node, "sections", menu.sections(), MenuCodec::write);
    }

    static ListMenu list(Fields fields) {
        return new ListMenu(fields.text("button"), fields.list("sections", MenuCodec::section));
    }

    private static void write(ObjectNode node, ListSection section) {
        Put.text(node, TITLE, section.title());
        Put.list(node, "rows", section.rows(), MenuCodec::write);
    }

    private static ListSection section(Fields fields) {
        ListSection.Builder section = ListSection.builder(fields.list("rows", MenuCodec::row));
        fields.ifText(TITLE, section::title);
        return section.build();
    }

    private static void write(ObjectNode node, ListRow row) {
        node.put("id", row.id()).put(TITLE, row.title());
        Put.text(node, "description", row.description());
    }

    private static ListRow row(Fields fields) {
        ListRow.Builder row = ListRow.builder(fields.text("id"), fields.text(TITLE));
        fields.ifText("description", row::description);
        return row.build();
    }

    static void write(ObjectNode node, UrlButton button) {
        node.put("text", button.displayText()).put("url", button.url().toString());
    }

    static UrlButton urlButton(Fields fields) {
        return UrlButton.of(fields.text("text"), fields.text("url"));
    }

    static void write(ObjectNode node, MediaCarousel carousel) {
        Put.list(node, "cards", carousel.cards(), MenuCodec::write);
    }

    static MediaCarousel carousel(Fields fields) {
        return new MediaCarousel(fields.list("cards", MenuCodec::card));
    }

    private static void write(ObjectNode node, MediaCarouselCard card) {
        InteractiveCodec.write(node.putObject("header"), card.header());
        write(node.putObject("button"), card.button());
        Put.text(node, "body", card.body());
    }

    private static MediaCarouselCard card(Fields fields) {
        MediaCarouselCard.Builder card = MediaCarouselCard.builder(
                InteractiveCodec.header(fields.object("header")), urlButton(fields.object("button")));
        fields.ifText("body", card::body);
        return card.build();
    }
}
