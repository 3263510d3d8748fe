package dev.wakit.testkit.meta.internal.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.media.MediaShelf;
import java.util.Set;

/** Checks the object that carries the content of one message kind. Thread-safe. */
final class KindCheck {

    private static final Set<String> KINDS = Set.of(
            "audio",
            "contacts",
            "document",
            "image",
            "interactive",
            "location",
            "pin",
            "reaction",
            "sticker",
            "template",
            "text",
            "video");
    private static final Set<String> CAPTIONED = Set.of("image", "video", "document");
    private static final Set<String> MEDIA = Set.of("image", "video", "audio", "document", "sticker");
    private static final int MAX_BODY = 4096;
    private static final int MAX_CAPTION = 1024;

    private final MediaShelf media;

    KindCheck(MediaShelf media) {
        this.media = media;
    }

    void check(String kind, JsonNode body) {
        if (!KINDS.contains(kind)) {
            throw new Refusal(GraphErrors.invalidParameter("Param type must be one of {AUDIO, CONTACTS, DOCUMENT,"
                    + " IMAGE, INTERACTIVE, LOCATION, PIN, REACTION, STICKER, TEMPLATE, TEXT, VIDEO} - got \"" + kind
                    + "\"."));
        }
        JsonNode content = body.path(kind);
        if (!content.isContainerNode()) {
            throw new Refusal(GraphErrors.missing(kind));
        }
        if (MEDIA.contains(kind)) {
            checkMedia(kind, content);
        } else {
            checkOther(kind, content);
        }
    }

    private static void checkOther(String kind, JsonNode content) {
        switch (kind) {
            case "text" -> text("text.body", content.path("body"), MAX_BODY);
            case "interactive" -> InteractiveCheck.check(content);
            case "reaction" -> present("reaction.message_id", content.path("message_id"));
            case "location" -> {
                present("location.latitude", content.path("latitude"));
                present("location.longitude", content.path("longitude"));
            }
            case "contacts" -> {
                present("contacts", content.path(0));
                present(
                        "contacts[0].name.formatted_name",
                        content.path(0).path("name").path("formatted_name"));
            }
            default -> {
                // templates are compared with their definition; other kinds are taken as they come
            }
        }
    }

    private void checkMedia(String kind, JsonNode content) {
        String id = content.path("id").asText("");
        String link = content.path("link").asText("");
        if (id.isEmpty() == link.isEmpty()) {
            throw new Refusal(
                    id.isEmpty()
                            ? GraphErrors.missing(kind + ".id or " + kind + ".link")
                            : GraphErrors.invalid(kind, "either id or link, not both"));
        }
        if (!id.isEmpty() && media.find(id).isEmpty()) {
            throw new Refusal(GraphErrors.invalid(kind + ".id", "no media with this id was uploaded"));
        }
        if (!link.isEmpty() && !link.startsWith("https://") && !link.startsWith("http://")) {
            throw new Refusal(GraphErrors.invalid(kind + ".link", "not a URL"));
        }
        if (content.has("caption") && !CAPTIONED.contains(kind)) {
            throw new Refusal(GraphErrors.invalidParameter("Unexpected key \"caption\" on param \"" + kind + "\"."));
        }
        longest(kind + ".caption", content.path("caption"), MAX_CAPTION);
    }

    /** Refuses a text that is missing, empty or longer than allowed. */
    static void text(String field, JsonNode value, int max) {
        present(field, value);
        longest(field, value, max);
    }

    static void present(String field, JsonNode value) {
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            throw new Refusal(GraphErrors.missing(field));
        }
    }

    private static void longest(String field, JsonNode value, int max) {
        String text = value.asText("");
        if (text.codePointCount(0, text.length()) > max) {
            throw new Refusal(
                    GraphErrors.invalidParameter("Param " + field + " must be at most " + max + " characters long."));
        }
    }
}
