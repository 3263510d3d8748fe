package dev.wakit.catalog.product;

import dev.wakit.catalog.RuleBreak;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the broken rules of one product. Not thread-safe. */
final class Breaks {

    private final List<RuleBreak> found = new ArrayList<>();

    List<RuleBreak> found() {
        return List.copyOf(found);
    }

    void check(boolean isKept, String column, String value, String problem, String fix) {
        if (!isKept) {
            found.add(new RuleBreak(column, value, problem, fix));
        }
    }

    void required(String column, String value, int longest) {
        check(!value.isBlank(), column, value, "It is missing", "Fill it in.");
        optional(column, value, longest);
    }

    void optional(String column, String value, int longest) {
        check(
                value.length() <= longest,
                column,
                value,
                "It has " + value.length() + " characters, and " + longest + " are allowed",
                "Shorten it.");
        check(
                value.chars().noneMatch(letter -> letter == '\0'),
                column,
                "",
                "It contains the character NUL, which databases refuse",
                "Remove it.");
    }

    void address(String column, String value, Set<String> schemes) {
        String words = String.join(" or ", schemes.stream().sorted().toList());
        check(
                isAddress(value, schemes),
                column,
                value,
                "It is no " + words + " address",
                "Give the whole address, such as https://shop.example/1.");
        optional(column, value, 2_000);
    }

    private static boolean isAddress(String value, Set<String> schemes) {
        try {
            var address = new URI(value);
            return address.getScheme() != null
                    && schemes.contains(address.getScheme())
                    && address.getHost() != null
                    && address.getRawUserInfo() == null;
        } catch (URISyntaxException broken) {
            return false;
        }
    }
}
