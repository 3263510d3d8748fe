package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Compares two templates by how often they were sent; the one of better quality is blocked less often. */
final class TemplateComparison {

    private static final int LEAST_SENDS = 1000;
    private static final List<String> BEST_FIRST = List.of("GREEN", "UNKNOWN", "YELLOW", "RED");

    private TemplateComparison() {}

    static ObjectNode of(
            StoredTemplate one, StoredTemplate other, Map<String, String> query, ToLongFunction<String> sends) {
        if (!query.containsKey("start") || !query.containsKey("end")) {
            throw TemplateErrors.invalid("The parameters start and end are required");
        }
        List<StoredTemplate> both = List.of(one, other);
        if (both.stream().anyMatch(it -> sends.applyAsLong(it.name()) < LEAST_SENDS)) {
            throw TemplateErrors.invalid("Both templates must have been sent at least " + LEAST_SENDS + " times");
        }
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        ArrayNode order = data.addObject()
                .put("metric", "BLOCK_RATE")
                .put("type", "RELATIVE")
                .putArray("order_by_relative_metric");
        both.stream()
                .sorted(java.util.Comparator.comparingInt(it -> BEST_FIRST.indexOf(it.quality())))
                .forEach(it -> order.add(it.id()));
        ArrayNode numbers = data.addObject()
                .put("metric", "MESSAGE_SENDS")
                .put("type", "NUMBER_VALUES")
                .putArray("number_values");
        both.forEach(it -> numbers.addObject().put("key", it.id()).put("value", sends.applyAsLong(it.name())));
        ArrayNode reasons = data.addObject()
                .put("metric", "TOP_BLOCK_REASON")
                .put("type", "STRING_VALUES")
                .putArray("string_values");
        both.forEach(it -> reasons.addObject().put("key", it.id()).put("value", "UNKNOWN_BLOCK_REASON"));
        return answer;
    }
}
