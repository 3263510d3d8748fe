package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.media.GeoLocation;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.MessageId;
import dev.wakit.message.ReactionMessage;
import dev.wakit.message.TextMessage;

/** Texts, places and reactions. */
final class PlainCodec {

    private PlainCodec() {}

    static void write(ObjectNode node, TextMessage message) {
        node.put("body", message.body());
        Put.flag(node, "previewLinks", message.previewLinks());
    }

    static TextMessage text(Fields fields) {
        return TextMessage.builder(fields.text("body"))
                .previewLinks(fields.flag("previewLinks"))
                .build();
    }

    static void write(ObjectNode node, LocationMessage message) {
        write(node, message.location());
    }

    static LocationMessage location(Fields fields) {
        return LocationMessage.of(place(fields));
    }

    static void write(ObjectNode node, GeoLocation place) {
        node.put("latitude", place.latitude()).put("longitude", place.longitude());
        Put.text(node, "name", place.name());
        Put.text(node, "address", place.address());
    }

    static GeoLocation place(Fields fields) {
        GeoLocation.Builder place = GeoLocation.builder(fields.decimal("latitude"), fields.decimal("longitude"));
        fields.ifText("name", place::name);
        fields.ifText("address", place::address);
        return place.build();
    }

    static void write(ObjectNode node, ReactionMessage message) {
        node.put("target", message.target().value());
        Put.text(node, "emoji", message.emoji());
    }

    static ReactionMessage reaction(Fields fields) {
        var target = new MessageId(fields.text("target"));
        return fields.optionalText("emoji")
                .map(emoji -> ReactionMessage.of(target, emoji))
                .orElseGet(() -> ReactionMessage.removal(target));
    }
}
