package dev.wakit.testkit.meta.internal.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Meta finds wrong with the fields of a product; see commerce 2.2. */
final class ItemRules {

    private static final List<String> REQUIRED =
            List.of("title", "description", "availability", "condition", "price", "link", "image_link", "brand");
    private static final Map<String, Integer> LONGEST =
            Map.of("title", 200, "description", 9_999, "brand", 100, "item_group_id", 100);
    private static final Pattern PRICE = Pattern.compile("\\d+(\\.\\d{1,3})? [A-Z]{3}");
    private static final Pattern WEB = Pattern.compile("https?://\\S+");
    private static final Set<String> AVAILABILITY = Set.of(
            "in stock",
            "out of stock",
            "preorder",
            "available for order",
            "discontinued",
            "pending",
            "mark_as_sold",
            "mark_as_expired");

    private ItemRules() {}

    /** What is wrong with a product that is created. */
    static List<String> problemsOfNew(JsonNode data) {
        var problems = new ArrayList<String>();
        for (String name : REQUIRED) {
            if (data.path(name).asText("").isBlank()) {
                problems.add("A required field is missing: " + name + ".");
            }
        }
        problems.addAll(problems(data));
        return problems;
    }

    /** What is wrong with the fields that are there. */
    static List<String> problems(JsonNode data) {
        var problems = new ArrayList<String>();
        LONGEST.forEach((name, most) -> {
            if (data.path(name).asText("").length() > most) {
                problems.add("The field " + name + " has more than " + most + " characters.");
            }
        });
        check(data, "price", PRICE, problems);
        check(data, "sale_price", PRICE, problems);
        check(data, "link", WEB, problems);
        check(data, "image_link", WEB, problems);
        String availability = data.path("availability").asText("");
        if (!availability.isEmpty() && !AVAILABILITY.contains(availability)) {
            problems.add("The value of availability is not one of " + AVAILABILITY + ".");
        }
        return problems;
    }

    private static void check(JsonNode data, String name, Pattern form, List<String> problems) {
        String text = data.path(name).asText("");
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            problems.add("The value of " + name + " has a wrong format.");
        }
    }
}
