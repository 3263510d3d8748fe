package dev.wakit.testkit.meta.internal.template;

import java.util.List;
import java.util.regex.Pattern;

/** The placeholders of a template's text. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private Placeholders() {}

    /** Returns the distinct placeholders in the order in which they first appear. */
    public static List<String> in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }
}
