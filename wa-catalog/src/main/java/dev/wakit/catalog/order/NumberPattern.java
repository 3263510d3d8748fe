package dev.wakit.catalog.order;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How orders are numbered, such as {@code ORD-{yyyy}-{seq:06}} for {@code ORD-2026-000123}.
 *
 * <p>{@code {yyyy}}, {@code {yy}} and {@code {MM}} are the year and the month of the placement; {@code {seq}} or {@code {seq:06}} is a
 * sequence that begins at 1 whenever the text before or behind it changes. Numbers are unique for a tenant, but not without gaps:
 * use another sequence for invoices. At most 35 characters of {@code A-Z a-z 0-9 . _ -}, which is what payments in WhatsApp take as
 * a reference. Immutable.
 *
 * @since 0.1
 */
public final class NumberPattern {

    private static final Pattern SEQUENCE = Pattern.compile("\\{seq(?::0?([1-9][0-9]?))?}");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9._-]*");
    private static final int LONGEST = 35;
    private static final int MOST_DIGITS = 12;

    /** {@code ORD-{yyyy}-{seq:06}}. */
    public static final NumberPattern DEFAULT = of("ORD-{yyyy}-{seq:06}");

    private final String before;
    private final String behind;
    private final int digits;

    private NumberPattern(String before, String behind, int digits) {
        this.before = before;
        this.behind = behind;
        this.digits = digits;
    }

    /**
     * A pattern.
     *
     * @throws IllegalArgumentException if it has not exactly one sequence, other characters, or makes more than 35 characters
     */
    public static NumberPattern of(String pattern) {
        Matcher sequence = SEQUENCE.matcher(pattern);
        if (!sequence.find()) {
            throw broken(pattern, "has no {seq}");
        }
        int digits = sequence.group(1) == null ? 1 : Integer.parseInt(sequence.group(1));
        var numbers =
                new NumberPattern(pattern.substring(0, sequence.start()), pattern.substring(sequence.end()), digits);
        ZonedDateTime any = Instant.EPOCH.atZone(java.time.ZoneOffset.UTC);
        String text = numbers.before(any) + numbers.behind(any);
        if (!WORDS.matcher(text).matches() || digits > MOST_DIGITS) {
            throw broken(
                    pattern, "has other parts than {yyyy}, {yy}, {MM}, one {seq} and letters, digits, '.', '_', '-'");
        }
        if (text.length() + MOST_DIGITS > LONGEST) {
            throw broken(pattern, "is too long: with a sequence of 12 digits it makes more than 35 characters");
        }
        return numbers;
    }

    private static IllegalArgumentException broken(String pattern, String problem) {
        return new IllegalArgumentException(
                "The pattern '" + pattern + "' " + problem + ". Use one such as ORD-{yyyy}-{seq:06}.");
    }

    /** The numbers of orders that are placed at this time, in this zone. */
    public NumberSeries at(Instant placed, ZoneId zone) {
        ZonedDateTime time = placed.atZone(zone);
        return new NumberSeries(before(time), behind(time), digits);
    }

    private String before(ZonedDateTime time) {
        return fill(before, time);
    }

    private String behind(ZonedDateTime time) {
        return fill(behind, time);
    }

    private static String fill(String part, ZonedDateTime time) {
        return part.replace("{yyyy}", String.format(Locale.ROOT, "%04d", time.getYear()))
                .replace("{yy}", String.format(Locale.ROOT, "%02d", time.getYear() % 100))
                .replace("{MM}", String.format(Locale.ROOT, "%02d", time.getMonthValue()));
    }
}
