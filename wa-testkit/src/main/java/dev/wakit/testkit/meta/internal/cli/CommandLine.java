package dev.wakit.testkit.meta.internal.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags given, then the environment, then the defaults. Every complaint names the flag. Immutable. */
public final class CommandLine {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

    private final Map<Flag, String> values;

    private CommandLine(Map<Flag, String> values) {
        this.values = values;
    }

    public static CommandLine parse(List<String> args, Map<String, String> environment) {
        Map<Flag, String> values = new EnumMap<>(Flag.class);
        for (Flag flag : Flag.values()) {
            String value = environment.getOrDefault(flag.variable(), "");
            values.put(flag, value.isEmpty() ? flag.usual() : value);
        }
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            Flag flag = flag(rest.next());
            values.put(flag, flag.takesNoValue() ? "on" : value(flag, rest));
        }
        return new CommandLine(values);
    }

    private static Flag flag(String option) {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no flag " + option));
    }

    private static String value(Flag flag, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(flag.option() + " needs a value");
        }
        return rest.next();
    }

    /** Returns the text that describes every flag. */
    public static String help() {
        StringBuilder help = new StringBuilder("Simulates the Meta Cloud API on 127.0.0.1.\n\n");
        for (Flag flag : Flag.values()) {
            String usual = flag.usual().isEmpty() || flag.takesNoValue() ? "" : " [" + flag.usual() + "]";
            help.append(String.format(Locale.ROOT, "  %-20s %s%s%n", flag.option(), flag.summary(), usual));
        }
        help.append("\nEach flag can also be set in the environment: --webhook-url as ")
                .append(Flag.WEBHOOK_URL.variable())
                .append(". A flag wins over the environment.\n");
        return help.toString();
    }

    public Optional<String> text(Flag flag) {
        return Optional.of(value(flag)).filter(text -> !text.isEmpty());
    }

    public boolean isOn(Flag flag) {
        return switch (value(flag)) {
            case "on", "true", "1" -> true;
            case "off", "false", "0" -> false;
            default -> throw bad(flag, "on or off");
        };
    }

    /** Returns a whole number between the two bounds. */
    public int number(Flag flag, int least, int most) {
        int number = parsed(flag, Integer::parseInt, "a whole number");
        if (number < least || number > most) {
            throw bad(flag, "a number from " + least + " to " + most);
        }
        return number;
    }

    /** Returns a whole number of any size, or the given one when the flag has no value. */
    public long longNumber(Flag flag, long otherwise) {
        return value(flag).isEmpty() ? otherwise : parsed(flag, Long::parseLong, "a whole number");
    }

    public double share(Flag flag) {
        double share = parsed(flag, Double::parseDouble, "a share between 0 and 1");
        if (!(share >= 0 && share <= 1)) {
            throw bad(flag, "a share between 0 and 1");
        }
        return share;
    }

    /** Returns the two ends of a range of milliseconds. */
    public Duration[] millis(Flag flag) {
        Matcher range = RANGE.matcher(value(flag));
        if (!range.matches()) {
            throw bad(flag, "a range of milliseconds such as 20-80");
        }
        Duration shortest = Duration.ofMillis(Long.parseLong(range.group(1)));
        Duration longest = Duration.ofMillis(Long.parseLong(range.group(2)));
        if (longest.compareTo(shortest) < 0) {
            throw bad(flag, "a range from the shorter to the longer time");
        }
        return new Duration[] {shortest, longest};
    }

    private <T> T parsed(Flag flag, Function<String, T> parser, String expected) {
        try {
            return parser.apply(value(flag));
        } catch (NumberFormatException e) {
            throw bad(flag, expected);
        }
    }

    private String value(Flag flag) {
        return values.getOrDefault(flag, flag.usual());
    }

    private IllegalArgumentException bad(Flag flag, String expected) {
        return new IllegalArgumentException(flag.option() + ": '" + value(flag) + "' is not " + expected);
    }
}
