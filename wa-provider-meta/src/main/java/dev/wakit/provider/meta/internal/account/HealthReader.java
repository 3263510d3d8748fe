package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.HealthEntity;
import dev.wakit.provider.meta.account.HealthProblem;
import dev.wakit.provider.meta.account.HealthStatus;
import dev.wakit.provider.meta.account.SendAbility;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads {@code health_status}. */
final class HealthReader {

    private HealthReader() {}

    static Optional<HealthStatus> read(JsonNode node) {
        JsonNode health = node.path("health_status");
        return health.isObject()
                ? Optional.of(new HealthStatus(
                        Nodes.word(SendAbility.class, health, "can_send_message"),
                        each(health.path("entities"), HealthReader::entity)))
                : Optional.empty();
    }

    private static HealthEntity entity(JsonNode node) {
        return new HealthEntity(
                Json.text(node, "entity_type").orElse(""),
                Json.text(node, "id").orElse(""),
                Nodes.word(SendAbility.class, node, "can_send_message"),
                each(node.path("errors"), HealthReader::problem),
                Nodes.texts(node.path("additional_info")));
    }

    private static HealthProblem problem(JsonNode node) {
        return new HealthProblem(
                Json.text(node, "error_code").orElse(""),
                Json.text(node, "error_description").orElse(""),
                Json.text(node, "possible_solution").orElse(""));
    }

    private static <T> List<T> each(JsonNode list, Function<JsonNode, T> read) {
        return StreamSupport.stream(list.spliterator(), false).map(read).toList();
    }
}
