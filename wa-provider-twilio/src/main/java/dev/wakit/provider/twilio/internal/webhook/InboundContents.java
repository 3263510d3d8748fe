package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.inbound.content.ButtonContent;
import dev.wakit.inbound.content.ChoiceContent;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.LocationContent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.inbound.content.UnknownContent;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads what a person sent, by the parameters that are there.
 *
 * <p>Twilio's word for the type says little and is not always there, so that it only tells apart what would look the same.
 */
final class InboundContents {

    private InboundContents() {}

    /** Twilio's word for the kind of content; ours where it gives none. */
    static String type(FormBody form) {
        return form.find("MessageType").orElseGet(() -> {
            if (form.has("ButtonPayload") || form.has("ButtonText")) {
                return "button";
            } else if (form.has("MediaUrl0")) {
                return MediaContents.kind(form).name().toLowerCase(Locale.ROOT);
            } else if (form.has("Latitude")) {
                return "location";
            }
            return form.has("Body") ? "text" : "unknown";
        });
    }

    static InboundContent read(String type, FormBody form) {
        return choice(type, form)
                .or(() -> MediaContents.read(form))
                .or(() -> location(form))
                .or(() -> form.find("Body").map(TextContent::new))
                .orElseGet(() -> new UnknownContent(type));
    }

    // A list first: it may carry a button's parameters too.
    private static Optional<InboundContent> choice(String type, FormBody form) {
        if (form.has("ListId") || form.has("ListTitle")) {
            return Optional.of(new ChoiceContent(
                    ChoiceContent.Kind.ROW,
                    form.text("ListId"),
                    form.find("ListTitle").orElse(form.text("Body")),
                    form.text("ListDescription")));
        }
        if (!form.has("ButtonPayload") && !form.has("ButtonText")) {
            return Optional.empty();
        }
        String title = form.find("ButtonText").orElse(form.text("Body"));
        String id = form.find("ButtonPayload").orElse(title);
        return Optional.of(
                type.equalsIgnoreCase("interactive")
                        ? new ChoiceContent(ChoiceContent.Kind.BUTTON, id, title, "")
                        : new ButtonContent(title, id));
    }

    private static Optional<InboundContent> location(FormBody form) {
        OptionalDouble latitude = degrees(form.text("Latitude"), 90);
        OptionalDouble longitude = degrees(form.text("Longitude"), 180);
        return latitude.isPresent() && longitude.isPresent()
                ? Optional.of(new LocationContent(
                        latitude.getAsDouble(), longitude.getAsDouble(), form.text("Label"), form.text("Address"), ""))
                : Optional.empty();
    }

    private static OptionalDouble degrees(String text, double limit) {
        try {
            double degrees = Double.parseDouble(text);
            return Math.abs(degrees) <= limit ? OptionalDouble.of(degrees) : OptionalDouble.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalDouble.empty();
        }
    }
}
