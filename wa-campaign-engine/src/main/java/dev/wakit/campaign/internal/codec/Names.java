package dev.wakit.campaign.internal.codec;

import java.util.Locale;

/** The names of constants in stored texts. */
final class Names {

    private Names() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
