package dev.wakit.template;

import dev.wakit.internal.Check;
import java.util.regex.Pattern;

/**
 * The language of a template as WhatsApp writes it, such as {@code en_US}. Immutable.
 *
 * <p>A hyphen is read as an underscore, because webhooks say {@code en-US} where requests say {@code en_US}.
 *
 * @param value a language, optionally followed by an underscore and a country
 * @since 0.1
 */
public record LanguageCode(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z]{2,3}(_[A-Za-z0-9]{2,8})*");

    public LanguageCode {
        value = Check.matches("template.language", value.replace('-', '_'), FORM, "be a code such as en or pt_BR");
    }

    /** Returns the language of a text. */
    public static LanguageCode of(String value) {
        return new LanguageCode(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
