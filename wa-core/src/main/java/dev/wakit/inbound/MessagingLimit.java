package dev.wakit.inbound;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many people a business may write to first within 24 hours.
 *
 * <p>Immutable. BSPs write it as a number, as {@code -1} or {@code UNLIMITED}, and as {@code TIER_2K}.
 *
 * @param word as the BSP wrote it; empty if it did not
 * @since 0.1
 */
public record MessagingLimit(String word) {

    private static final Pattern NUMBER = Pattern.compile("(?:TIER_)?(\\d{1,9})(K|M)?");

    /** Nothing is known. */
    public static final MessagingLimit UNKNOWN = new MessagingLimit("");

    /** Whether there is none. */
    public boolean isUnlimited() {
        String text = word.strip().toUpperCase(Locale.ROOT);
        return text.equals("-1") || text.equals("UNLIMITED") || text.equals("TIER_UNLIMITED");
    }

    /** The number of people; empty when there is no limit and when the word cannot be read. */
    public OptionalLong people() {
        Matcher number = NUMBER.matcher(word.strip().toUpperCase(Locale.ROOT));
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        long unit = number.group(2) == null ? 1 : number.group(2).equals("K") ? 1_000 : 1_000_000;
        return OptionalLong.of(Long.parseLong(number.group(1)) * unit);
    }
}
