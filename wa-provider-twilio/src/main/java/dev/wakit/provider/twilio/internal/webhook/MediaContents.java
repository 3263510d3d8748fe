package dev.wakit.provider.twilio.internal.webhook;

import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.MediaContent;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the file of a message; WhatsApp sends one at a time, and further ones stay in the raw form. */
final class MediaContents {

    private static final Pattern SID = Pattern.compile("/Media/(ME[0-9a-fA-F]{32})");

    private MediaContents() {}

    static Optional<InboundContent> read(FormBody form) {
        return form.find("MediaUrl0")
                .map(url -> new MediaContent(
                        kind(form),
                        id(url),
                        form.text("MediaContentType0"),
                        "",
                        url,
                        form.text("Body"),
                        "",
                        false,
                        false));
    }

    /** What the file is, by its type; a sticker is a picture that Twilio names so. */
    static MediaContent.Kind kind(FormBody form) {
        if (form.text("MessageType").equalsIgnoreCase("sticker")) {
            return MediaContent.Kind.STICKER;
        }
        String type = form.text("MediaContentType0").toLowerCase(Locale.ROOT);
        if (type.startsWith("image/")) {
            return MediaContent.Kind.IMAGE;
        } else if (type.startsWith("video/")) {
            return MediaContent.Kind.VIDEO;
        } else if (type.startsWith("audio/")) {
            return MediaContent.Kind.AUDIO;
        }
        return MediaContent.Kind.DOCUMENT;
    }

    private static String id(String url) {
        Matcher sid = SID.matcher(url);
        return sid.find() ? sid.group(1) : "";
    }
}
