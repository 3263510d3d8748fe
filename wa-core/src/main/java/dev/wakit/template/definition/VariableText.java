package dev.wakit.template.definition;

import dev.wakit.internal.Placeholders;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text with variables, and an example value for each; reviewers see the examples. Immutable.
 *
 * <p>Variables are either numbered, <code>{{1}}</code> and on, or named, <code>{{first_name}}</code>. Examples must not be data of
 * real people.
 *
 * @param text the text with its variables
 * @param examples a value for each variable, by its number or name, in the order of the variables
 * @since 0.1
 */
public record VariableText(String text, Map<String, String> examples) {

    /** Copies the examples and keeps their order. */
    public VariableText {
        Objects.requireNonNull(text, "text");
        examples = Collections.unmodifiableMap(new LinkedHashMap<>(examples));
    }

    /**
     * Returns a text with numbered variables, or none.
     *
     * @param text the text
     * @param examples the values for <code>{{1}}</code>, <code>{{2}}</code> and on
     */
    public static VariableText of(String text, String... examples) {
        var numbered = new LinkedHashMap<String, String>();
        for (int i = 0; i < examples.length; i++) {
            numbered.put(String.valueOf(i + 1), examples[i]);
        }
        return new VariableText(text, numbered);
    }

    /** Returns a text with named variables. */
    public static VariableText named(String text, Map<String, String> examples) {
        return new VariableText(text, examples);
    }

    /** Returns the variables, each once: names in the order in which they first appear, or "1", "2" and so on by number. */
    public List<String> variables() {
        return Placeholders.in(text);
    }

    /** Tells whether any variable has a name and not a number. */
    public boolean isNamed() {
        return variables().stream()
                .anyMatch(variable -> !variable.chars().allMatch(digit -> digit >= '0' && digit <= '9'));
    }
}
