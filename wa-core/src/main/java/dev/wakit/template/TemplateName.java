package dev.wakit.template;

import dev.wakit.internal.Check;
import java.util.regex.Pattern;

/**
 * The name of a template; with the language it identifies one template of an account. Immutable.
 *
 * @param value at most 512 lower-case letters, digits and underscores
 * @since 0.1
 */
public record TemplateName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9_]{1,512}");

    public TemplateName {
        Check.matches("template.name", value, FORM, "have 1 to 512 lower-case letters, digits and underscores");
    }

    /** Returns the name of a text. */
    public static TemplateName of(String value) {
        return new TemplateName(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
