package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TemplateMessageBuilder;
import dev.wakit.template.TapTarget;
import dev.wakit.template.TemplateValues;
import java.util.TreeMap;

/** Template messages and the values of their parts. */
final class TemplateCodec {

    private TemplateCodec() {}

    static void write(ObjectNode node, TemplateMessage message) {
        node.put("name", message.name().value())
                .put("language", message.language().value());
        write(node, message.values());
        Put.list(node, "carousel", message.carousel(), TemplateCodec::write);
        Put.time(node, "limitedTimeOffer", message.limitedTimeOffer());
        Put.object(node, "tapTarget", message.tapTarget(), TemplateCodec::write);
        Put.object(node, "marketing", message.marketing(), MarketingCodec::write);
    }

    static TemplateMessage read(Fields fields) {
        TemplateMessageBuilder message = TemplateMessage.builder(fields.text("name"), fields.text("language"));
        TemplateValues values = values(fields);
        values.header().ifPresent(message::header);
        message.body(values.body());
        values.buttons().forEach(message::button);
        message.carousel(fields.list("carousel", TemplateCodec::values));
        fields.ifInstant("limitedTimeOffer", message::limitedTimeOffer);
        fields.ifObject("tapTarget", target -> message.tapTarget(target.text("url"), target.text("title")));
        fields.ifObject("marketing", marketing -> message.marketing(MarketingCodec.read(marketing)));
        return message.build();
    }

    private static void write(ObjectNode node, TapTarget target) {
        node.put("url", target.url().toString()).put("title", target.title());
    }

    private static void write(ObjectNode node, TemplateValues values) {
        Put.object(node, "header", values.header(), ParameterCodec::write);
        Put.list(node, "body", values.body(), ParameterCodec::write);
        if (!values.buttons().isEmpty()) {
            ArrayNode buttons = node.putArray("buttons");
            new TreeMap<>(values.buttons())
                    .forEach((index, button) ->
                            ButtonCodec.write(buttons.addObject().put("index", index), button));
        }
    }

    private static TemplateValues values(Fields fields) {
        TemplateValues.Builder values = TemplateValues.builder().body(fields.list("body", ParameterCodec::body));
        fields.ifObject("header", header -> values.header(ParameterCodec.header(header)));
        fields.list("buttons", button -> values.button(button.integer("index"), ButtonCodec.read(button)));
        return values.build();
    }
}
