package dev.wakit.testkit.simulator.internal.cli;

import java.net.URI;
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

/**
 * The flags given, then the environment, then the defaults. Every complaint names the flag. Immutable.
 *
 * @param <F> the flags of the simulator
 */
public final class CommandLine<F extends Enum<F> & Option> {

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

    private final Map<F, String> values;

    private CommandLine(Map<F, String> values) {
        this.values = values;
    }

    public static <F extends Enum<F> & Option> CommandLine<F> parse(
            Class<F> flags, List<String> args, Map<String, String> environment) {
        Map<F, String> values = new EnumMap<>(flags);
        for (F flag : flags.getEnumConstants()) {
            String value = environment.getOrDefault(flag.variable(), "");
            values.put(flag, value.isEmpty() ? flag.usual() : value);
        }
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            F flag = flag(flags, rest.next());
            values.put(flag, flag.takesNoValue() ? "on" : value(flag, rest));
        }
        return new CommandLine<>(values);
    }

    private static <F extends Enum<F> & Option> F flag(Class<F> flags, String option) {
        return Arrays.stream(flags.getEnumConstants())
                .filter(flag -> flag.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no flag " + option));
    }

    private static String value(Option flag, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(flag.option() + " needs a value");
        }
        return rest.next();
    }

    /** Returns the text that describes every flag, after a sentence that says what is simulated. */
    public static <F extends Enum<F> & Option> String help(String sentence, Class<F> flags, F example) {
        StringBuilder help = new StringBuilder(sentence).append("\n\n");
        for (F flag : flags.getEnumConstants()) {
            String usual = flag.usual().isEmpty() || flag.takesNoValue() ? "" : " [" + flag.usual() + "]";
            help.append(String.format(Locale.ROOT, "  %-20s %s%s%n", flag.option(), flag.summary(), usual));
        }
        return help.append("\nEach flag can also be set in the environment: ")
                .append(example.option())
                .append(" as ")
                .append(example.variable())
                .append(". A flag wins over the environment.\n")
                .toString();
    }

    public Optional<String> text(F flag) {
        return Optional.of(value(flag)).filter(text -> !text.isEmpty());
    }

    public boolean isOn(F flag) {
        return switch (value(flag)) {
            case "on", "true", "1" -> true;
            case "off", "false", "0" -> false;
            default -> throw bad(flag, "on or off");
        };
    }

    /** Returns a whole number between the two bounds. */
    public int number(F flag, int least, int most) {
        int number = parsed(flag, Integer::parseInt, "a whole number");
        if (number < least || number > most) {
            throw bad(flag, "a number from " + least + " to " + most);
        }
        return number;
    }

    /** Returns a whole number of any size, or the given one when the flag has no value. */
    public long longNumber(F flag, long otherwise) {
        return value(flag).isEmpty() ? otherwise : parsed(flag, Long::parseLong, "a whole number");
    }

    public double share(F flag) {
        double share = parsed(flag, Double::parseDouble, "a share between 0 and 1");
        if (!(share >= 0 && share <= 1)) {
            throw bad(flag, "a share between 0 and 1");
        }
        return share;
    }

    /** Returns the two ends of a range of milliseconds. */
    public Duration[] millis(F flag) {
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

    /** Returns the web address that a text given with a flag is, such as one of several. */
    public static URI address(Option flag, String text) {
        if (!text.startsWith("http://") && !text.startsWith("https://")) {
            throw new IllegalArgumentException(flag.option() + ": '" + text + "' is not a web address");
        }
        return URI.create(text);
    }

    private <T> T parsed(F flag, Function<String, T> parser, String expected) {
        try {
            return parser.apply(value(flag));
        } catch (NumberFormatException e) {
            throw bad(flag, expected);
        }
    }

    private String value(F flag) {
        return values.getOrDefault(flag, flag.usual());
    }

    private IllegalArgumentException bad(F flag, String expected) {
        return new IllegalArgumentException(flag.option() + ": '" + value(flag) + "' is not " + expected);
    }
}
