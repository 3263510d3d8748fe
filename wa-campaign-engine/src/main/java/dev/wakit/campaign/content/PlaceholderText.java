package dev.wakit.campaign.content;

import dev.wakit.InvalidMessageException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders, cut into pieces once and filled many times.
 *
 * <p>A placeholder is {@code {{name}}} or {@code {{name|fallback}}}; a name has 1 to 60 letters, digits, {@code _}, {@code .},
 * {@code -} or spaces. There is no expression language: what is between the braces is a name and nothing else. Immutable.
 *
 * @since 0.1
 */
public final class PlaceholderText {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.\\- ]{1,60}");

    private final List<Piece> pieces;

    private PlaceholderText(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Cuts a text into pieces.
     *
     * @throws InvalidMessageException if a placeholder has no usable name
     */
    public static PlaceholderText parse(String text) {
        var pieces = new ArrayList<Piece>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                pieces.add(new Literal(text.substring(end, matcher.start())));
            }
            pieces.add(placeholder(matcher.group(1)));
            end = matcher.end();
        }
        if (end < text.length()) {
            pieces.add(new Literal(text.substring(end)));
        }
        return new PlaceholderText(pieces);
    }

    private static Piece placeholder(String inner) {
        int bar = inner.indexOf('|');
        String name = (bar < 0 ? inner : inner.substring(0, bar)).strip();
        if (!NAME.matcher(name).matches()) {
            throw new InvalidMessageException(
                    "placeholder",
                    "'{{" + inner + "}}' has no usable name. Write {{name}} or {{name|fallback}} with letters, digits,"
                            + " '_', '.' or '-'.");
        }
        return new Value(name, bar < 0 ? Optional.empty() : Optional.of(inner.substring(bar + 1)));
    }

    /** The names of all placeholders. */
    public Set<String> variables() {
        var names = new LinkedHashSet<String>();
        for (Piece piece : pieces) {
            if (piece instanceof Value value) {
                names.add(value.name());
            }
        }
        return names;
    }

    /** The names of placeholders without a fallback. */
    public Set<String> requiredVariables() {
        var names = new LinkedHashSet<String>();
        for (Piece piece : pieces) {
            if (piece instanceof Value value && value.fallback().isEmpty()) {
                names.add(value.name());
            }
        }
        return names;
    }

    /**
     * Fills in values; blank ones count as missing.
     *
     * @throws MissingVariableException naming the first placeholder that has neither value nor fallback
     */
    public String fill(Map<String, String> values) {
        if (pieces.size() == 1 && pieces.get(0) instanceof Literal literal) {
            return literal.text();
        }
        var out = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Literal literal) {
                out.append(literal.text());
            } else if (piece instanceof Value value) {
                out.append(value.from(values));
            }
        }
        return out.toString();
    }

    private sealed interface Piece permits Literal, Value {}

    private record Literal(String text) implements Piece {}

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType")
    private record Value(String name, Optional<String> fallback) implements Piece {

        String from(Map<String, String> values) {
            String value = values.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
            return fallback.orElseThrow(() -> new MissingVariableException(name));
        }
    }
}
