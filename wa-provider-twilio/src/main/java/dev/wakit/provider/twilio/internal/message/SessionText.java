package dev.wakit.provider.twilio.internal.message;

import dev.wakit.media.GeoLocation;
import dev.wakit.message.DocumentMessage;
import dev.wakit.message.ImageMessage;
import dev.wakit.message.LocationMessage;
import dev.wakit.message.Message;
import dev.wakit.message.TextMessage;
import dev.wakit.message.VideoMessage;
import java.math.BigDecimal;
import java.util.Optional;

/** The text that stands in the {@code Body} of a message, and that Twilio's list of messages repeats. */
public final class SessionText {

    private SessionText() {}

    /** The text; empty for a message without one, and for templates, whose text the Content holds. */
    public static Optional<String> of(Message message) {
        if (message instanceof TextMessage text) {
            return Optional.of(text.body());
        } else if (message instanceof ImageMessage image) {
            return image.caption();
        } else if (message instanceof VideoMessage video) {
            return video.caption();
        } else if (message instanceof DocumentMessage document) {
            return document.caption();
        } else if (message instanceof LocationMessage location) {
            // Twilio refuses a message that has an action and nothing else (21619).
            return Optional.of(label(location.location()).orElseGet(() -> coordinates(location.location())));
        }
        return Optional.empty();
    }

    /** The action that makes a message a point on the map. */
    static String geo(GeoLocation location) {
        return "geo:" + coordinates(location)
                + label(location).map(label -> "|" + label).orElse("");
    }

    private static Optional<String> label(GeoLocation location) {
        return location.name().or(location::address).map(label -> label.replace('|', ' '));
    }

    private static String coordinates(GeoLocation location) {
        return plain(location.latitude()) + "," + plain(location.longitude());
    }

    private static String plain(double degrees) {
        return BigDecimal.valueOf(degrees).toPlainString();
    }
}
