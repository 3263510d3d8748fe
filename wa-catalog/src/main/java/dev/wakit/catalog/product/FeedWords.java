package dev.wakit.catalog.product;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words by which Meta's product feeds name the values of an enum. */
final class FeedWords {

    private FeedWords() {}

    /** The value that a word means, in any case and with blanks or underscores. */
    static <E extends Enum<E>> Optional<E> find(E[] values, Function<E, String> text, String word) {
        String plain = plain(word);
        return Stream.of(values)
                .filter(value -> plain(text.apply(value)).equals(plain))
                .findFirst();
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** All words, for messages to people. */
    static <E extends Enum<E>> String list(E[] values, Function<E, String> text) {
        return Stream.of(values).map(text).collect(Collectors.joining(", "));
    }
}
