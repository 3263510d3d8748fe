package dev.wakit.internal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the variables of a template text; not API. */
public final class Placeholders {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    private Placeholders() {}

    /**
     * Returns the variables, each once: names in the order in which they first appear; numbers by size, wherever they appear,
     * because that is the order in which values are given.
     */
    public static List<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        boolean numbered = found.stream().allMatch(it -> NUMBER.matcher(it).matches());
        return numbered
                ? found.stream().sorted(Comparator.comparing(BigInteger::new)).toList()
                : List.copyOf(found);
    }
}
