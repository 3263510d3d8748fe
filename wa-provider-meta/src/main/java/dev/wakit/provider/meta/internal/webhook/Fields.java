package dev.wakit.provider.meta.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.error.ProviderError;
import dev.wakit.provider.meta.internal.error.GraphErrors;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads single fields, leniently: what is absent or of another type is empty, zero or {@link Instant#MAX}, and nothing throws. */
final class Fields {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");

    private Fields() {}

    /** The string or whole number at a path. */
    static String text(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isTextual() || found.isIntegralNumber() ? found.asText() : "";
    }

    /** The first of several fields that is there. */
    static String firstText(JsonNode node, String... names) {
        for (String name : names) {
            String text = text(node, name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    static boolean flag(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isTextual() ? found.asText().equalsIgnoreCase("true") : found.booleanValue();
    }

    /** A number from 0 to 999,999,999. */
    static int whole(JsonNode node, String... path) {
        String text = text(node, path);
        return WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }

    static Optional<BigDecimal> decimal(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        if (found.isNumber()) {
            return Optional.of(found.decimalValue());
        }
        return Optional.of(text(node, path))
                .filter(text -> DECIMAL.matcher(text).matches())
                .map(BigDecimal::new);
    }

    /** A time in Unix seconds, written as a string or a number. */
    static Optional<Instant> time(JsonNode node, String... path) {
        return Optional.of(text(node, path))
                .filter(seconds -> SECONDS.matcher(seconds).matches())
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                .filter(time -> time.getEpochSecond() > 0);
    }

    static Instant timeOrMax(JsonNode node, String... path) {
        return time(node, path).orElse(Instant.MAX);
    }

    /** The errors of a list, those without a code left out. */
    static List<ProviderError> errors(JsonNode node) {
        return list(node.path("errors"), GraphErrors::fromWebhook);
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, Optional<T>> reader) {
        var read = new ArrayList<T>();
        if (array.isArray()) {
            array.forEach(element -> reader.apply(element).ifPresent(read::add));
        }
        return read;
    }

    /** Every single value below a node, by its path, such as {@code waba_info.waba_id}; the fields named are left out. */
    static Map<String, String> leaves(JsonNode node, Set<String> except) {
        var leaves = new LinkedHashMap<String, String>();
        node.properties().forEach(field -> {
            if (!except.contains(field.getKey())) {
                collect(field.getKey(), field.getValue(), leaves);
            }
        });
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode element : node) {
                collect(path + "." + index++, element, leaves);
            }
        } else if (!node.isNull()) {
            leaves.put(path, node.asText());
        }
    }

    static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    private static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String name : path) {
            found = found.path(name);
        }
        return found;
    }
}
