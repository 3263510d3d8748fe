package dev.wakit.provider.twilio.internal.webhook;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a form, decoded, in the order in which they came. Immutable. */
final class FormBody {

    private final List<Map.Entry<String, String>> fields;

    private FormBody(List<Map.Entry<String, String>> fields) {
        this.fields = List.copyOf(fields);
    }

    static FormBody parse(byte[] body) {
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    static FormBody parse(String text) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                fields.add(Map.entry(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1))));
            }
        }
        return new FormBody(fields);
    }

    /** All fields. */
    List<Map.Entry<String, String>> fields() {
        return fields;
    }

    /** The value of a field; empty if it is absent or blank. */
    String text(String name) {
        return fields.stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The value of a field, if there is one that is not blank. */
    Optional<String> find(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    boolean has(String name) {
        return !text(name).isEmpty();
    }

    boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformedEscape) {
            return text;
        }
    }
}
