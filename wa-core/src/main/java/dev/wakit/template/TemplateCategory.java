package dev.wakit.template;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a template is for, which decides its price and limits. The provider may change it after approval.
 *
 * @since 0.1
 */
public enum TemplateCategory {
    /** Offers, news, invitations. */
    MARKETING,
    /** About an order or account of the person. */
    UTILITY,
    /** One-time passwords. */
    AUTHENTICATION,
    /** A category that this version does not know. */
    UNKNOWN;

    /** Returns the constant that a provider means, in any case; {@link #UNKNOWN} when there is none. */
    public static TemplateCategory from(String value) {
        String name = value.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
