package dev.wakit.provider.twilio.internal.content;

import dev.wakit.internal.Placeholders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders of Contents, which are numbered over the whole Content. */
final class Variables {

    /** Numbers by their value, then names by the alphabet. */
    static final Comparator<String> ORDER = Comparator.comparing((String name) -> !isNumber(name))
            .thenComparing(name -> isNumber(name) ? Integer.parseInt(name) : 0)
            .thenComparing(Comparator.naturalOrder());

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");

    private Variables() {}

    static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    /** The variables in the order in which they take values: by number, or as they appear if one has a name. */
    static List<String> inOrder(String text) {
        List<String> appearing = Placeholders.in(text);
        return appearing.stream().allMatch(Variables::isNumber)
                ? appearing.stream().sorted(ORDER).toList()
                : appearing;
    }

    /** The variables of a text without those that stand elsewhere. */
    static List<String> own(String text, Set<String> elsewhere) {
        var own = new ArrayList<>(Placeholders.in(text));
        own.removeAll(elsewhere);
        return List.copyOf(own);
    }

    /** The text with the values that are known. */
    static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    /** The text with some variables shown as an ellipsis. */
    static String hidden(String text, Set<String> variables) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        found -> variables.contains(found.group(1)) ? "…" : Matcher.quoteReplacement(found.group()));
    }

    /** What stands before the first variable; the whole text if it has none. */
    static String before(String text) {
        Matcher first = PLACEHOLDER.matcher(text);
        return first.find() ? text.substring(0, first.start()) : text;
    }

    /** What stands after the first variable; nothing if the text has none. */
    static String after(String text) {
        Matcher first = PLACEHOLDER.matcher(text);
        return first.find() ? text.substring(first.end()) : "";
    }

    /** A text, and below it those of some others that hold variables. */
    static String joined(String text, List<String> others) {
        var all = new LinkedHashSet<String>();
        all.add(text);
        others.stream().filter(other -> !Placeholders.in(other).isEmpty()).forEach(all::add);
        return String.join("\n", all).strip();
    }
}
