package dev.wakit.provider.twilio.internal.content;

import dev.wakit.internal.Placeholders;
import dev.wakit.template.definition.VariableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the variables of a definition, which begin with 1 in every component, numbers that are one sequence over the Content.
 *
 * <p>Variables with a name keep it. Collects an example for each, and what cannot be written. Not thread-safe.
 */
final class Renumbering {

    private final boolean named;
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int next = 1;

    Renumbering(boolean named) {
        this.named = named;
    }

    /** The text with its new numbers. */
    String text(VariableText text) {
        var renamed = new HashMap<String, String>();
        for (String variable : Variables.inOrder(text.text())) {
            String fresh = named ? variable : String.valueOf(next++);
            renamed.put(variable, "{{" + fresh + "}}");
            examples.put(fresh, text.examples().getOrDefault(variable, ""));
        }
        return Variables.filled(text.text(), renamed);
    }

    /**
     * A new variable.
     *
     * @param place what it is called where variables have names
     */
    String variable(String place, String example) {
        String fresh = named ? place : String.valueOf(next++);
        examples.put(fresh, example);
        return "{{" + fresh + "}}";
    }

    /**
     * An address whose end is a variable.
     *
     * @param example the whole address or its end
     */
    String url(String place, String url, String example) {
        if (Placeholders.in(url).isEmpty()) {
            return url;
        }
        String before = Variables.before(url);
        String end = example.startsWith(before) ? example.substring(before.length()) : example;
        return before + variable(place, end) + Variables.after(url);
    }

    /** The address of an example file, whose path is a variable, since every message brings a file of its own. */
    String file(String place, String handle) {
        int path = handle.indexOf('/', handle.indexOf("://") + 3);
        boolean address = handle.startsWith("https://") || handle.startsWith("http://");
        if (!address || path < 0 || path == handle.length() - 1) {
            problem("The " + place + " needs the public address of an example file, such as"
                    + " https://cdn.example.com/offer.jpg, since Twilio takes no uploads.");
            return handle;
        }
        return handle.substring(0, path + 1) + variable(place.replace(' ', '_'), handle.substring(path + 1));
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    void problemIf(boolean wrong, String sentence) {
        if (wrong) {
            problem(sentence);
        }
    }

    Map<String, String> examples() {
        return examples;
    }

    List<String> problems() {
        return problems;
    }
}
