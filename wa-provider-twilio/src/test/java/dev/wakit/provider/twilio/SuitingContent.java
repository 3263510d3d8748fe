package dev.wakit.provider.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.media.MediaLink;
import dev.wakit.media.MediaSource;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.http.Json;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.ButtonParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateValues;
import java.util.stream.Collectors;

/** Writes, as Twilio does, a Content with a variable for each value of a template message and no other. */
final class SuitingContent {

    private int variables;

    private SuitingContent() {}

    static String json(String sid, TemplateMessage message) {
        ObjectNode content =
                Json.object().put("sid", sid).put("friendly_name", "contract").put("language", "en");
        content.putObject("variables");
        new SuitingContent().type(content.putObject("types"), message);
        return content.toString();
    }

    private void type(ObjectNode types, TemplateMessage message) {
        TemplateValues values = message.values();
        String body = text(values);
        if (!message.carousel().isEmpty()) {
            ObjectNode carousel = types.putObject("twilio/carousel").put("body", body);
            ArrayNode cards = carousel.putArray("cards");
            message.carousel().forEach(card -> {
                ObjectNode node = cards.addObject().put("body", text(card));
                card.header().ifPresent(header -> node.put("media", file(header)));
                actions(node, card);
            });
        } else if (isOneTimePassword(values)) {
            types.putObject("whatsapp/authentication")
                    .putArray("actions")
                    .addObject()
                    .put("type", "COPY_CODE")
                    .put("copy_code_text", "Copy");
        } else if (values.buttons().get(0) instanceof ButtonParameter.Flow) {
            types.putObject("whatsapp/flows")
                    .put("body", body)
                    .put("button_text", "Book")
                    .put("flow_id", "987")
                    .put("flow_token", next());
        } else {
            ObjectNode card = types.putObject("whatsapp/card").put("body", body);
            values.header().ifPresent(header -> header(card, header));
            actions(card, values);
        }
    }

    /** The password is the value of the text and of the button that copies it. */
    private static boolean isOneTimePassword(TemplateValues values) {
        return values.buttons().get(0) instanceof ButtonParameter.UrlSuffix suffix
                && values.body().stream()
                        .anyMatch(value -> value instanceof TemplateParameter.Text text
                                && text.text().equals(suffix.suffix()));
    }

    private String text(TemplateValues values) {
        return "News: " + values.body().stream().map(this::variable).collect(Collectors.joining(", "));
    }

    private String variable(BodyParameter value) {
        return value instanceof TemplateParameter.NamedText named ? "{{" + named.name() + "}}" : next();
    }

    private void header(ObjectNode card, HeaderParameter header) {
        if (header instanceof TemplateParameter.Text) {
            card.put("header_text", "About " + next());
        } else if (header instanceof TemplateParameter.NamedText named) {
            card.put("header_text", "About {{" + named.name() + "}}");
        } else {
            card.putArray("media").add(file(header));
        }
    }

    /** The address of a file, of which only the end varies. */
    private String file(HeaderParameter header) {
        MediaSource source = header instanceof TemplateParameter.Image image
                ? image.source()
                : header instanceof TemplateParameter.Video video
                        ? video.source()
                        : ((TemplateParameter.Document) header).source();
        return ((MediaLink) source).url().resolve("/") + next();
    }

    private void actions(ObjectNode node, TemplateValues values) {
        ArrayNode actions = node.putArray("actions");
        values.buttons().values().forEach(value -> action(actions.addObject().put("title", "Press"), value));
    }

    private void action(ObjectNode action, ButtonParameter value) {
        if (value instanceof ButtonParameter.UrlSuffix) {
            action.put("type", "URL").put("url", "https://shop.example.org/" + next());
        } else if (value instanceof ButtonParameter.CouponCode) {
            action.put("type", "COPY_CODE").put("code", next());
        } else {
            action.put("type", "QUICK_REPLY").put("id", next());
        }
    }

    private String next() {
        return "{{" + ++variables + "}}";
    }
}
