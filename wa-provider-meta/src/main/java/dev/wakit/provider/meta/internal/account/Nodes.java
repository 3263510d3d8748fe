package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.Word;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads fields that may be missing, or of a form that Meta changes; what cannot be read counts as missing. */
final class Nodes {

    // Graph writes offsets without a colon: 2026-01-02T03:04:05+0000.
    private static final DateTimeFormatter GRAPH_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private Nodes() {}

    static <E extends Enum<E>> Word<E> word(Class<E> type, JsonNode node, String... path) {
        return Word.of(type, Json.text(node, path).orElse(""));
    }

    static Optional<Boolean> flag(JsonNode node, String name) {
        JsonNode found = node.path(name);
        if (found.isTextual()) {
            return Optional.of(found.asText())
                    .filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
                    .map(Boolean::valueOf);
        }
        return found.isBoolean() ? Optional.of(found.asBoolean()) : Optional.empty();
    }

    /** Seconds since 1970 or a text; a zero, which stands for "never", is no time. */
    static Optional<Instant> time(JsonNode node, String name) {
        return Json.text(node, name).flatMap(Nodes::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            if (text.chars().allMatch(Character::isDigit)) {
                long seconds = Long.parseLong(text);
                return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
            }
            return Optional.of(OffsetDateTime.parse(text, GRAPH_TIME).toInstant());
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    static Optional<URI> address(JsonNode node, String... path) {
        return Json.text(node, path).flatMap(Nodes::address);
    }

    static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
