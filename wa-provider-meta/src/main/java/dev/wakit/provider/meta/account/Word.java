package dev.wakit.provider.meta.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of Meta's from a list that grows: readable as text also when it is newer than this version. Immutable.
 *
 * @param text as Meta wrote it; empty if Meta left it out
 * @param known what it means; empty if this version does not know it
 * @since 0.1
 */
public record Word<E extends Enum<E>>(String text, Optional<E> known) {

    /** Returns the word for a text, in any case. */
    public static <E extends Enum<E>> Word<E> of(Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return new Word<>(
                text,
                Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equals(name))
                        .findFirst());
    }

    /** Tells whether it is this one. */
    public boolean is(E constant) {
        return known.filter(constant::equals).isPresent();
    }

    /** Tells whether Meta left it out. */
    public boolean isAbsent() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return text;
    }
}
