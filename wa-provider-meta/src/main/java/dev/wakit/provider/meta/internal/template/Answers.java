package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.template.ArchiveResult;
import dev.wakit.provider.meta.template.TemplateComparison;
import dev.wakit.provider.meta.template.TemplateCount;
import dev.wakit.provider.meta.template.TemplateMigration;
import dev.wakit.provider.meta.template.TemplatePreview;
import dev.wakit.provider.meta.template.UpsertedTemplate;
import dev.wakit.template.TemplateStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the answers of {@link MetaManagement}; what is missing is left empty. */
final class Answers {

    private Answers() {}

    static List<UpsertedTemplate> upserted(JsonNode answer) {
        var templates = new ArrayList<UpsertedTemplate>();
        for (JsonNode node : answer.path("data")) {
            Json.text(node, "language")
                    .flatMap(LibraryCodec::language)
                    .ifPresent(language -> templates.add(new UpsertedTemplate(
                            Json.text(node, "id").orElse(""),
                            language,
                            TemplateStatus.from(Json.text(node, "status").orElse("")))));
        }
        return List.copyOf(templates);
    }

    static Optional<TemplatePreview> preview(JsonNode node) {
        JsonNode button = node.path("buttons").path(0);
        return Json.text(node, "language")
                .flatMap(LibraryCodec::language)
                .map(language -> new TemplatePreview(
                        language,
                        Json.text(node, "body").orElse(""),
                        Json.text(node, "footer").orElse(""),
                        Json.text(button, "text").orElse(""),
                        Json.text(button, "autofill_text").orElse("")));
    }

    /** Meta sends a list of figures, each with a name and a shape of its own. */
    static TemplateComparison comparison(JsonNode answer) {
        List<String> order = List.of();
        var sends = new HashMap<String, Long>();
        var reasons = new HashMap<String, String>();
        for (JsonNode figure : answer.path("data")) {
            switch (Json.text(figure, "metric").orElse("")) {
                case "BLOCK_RATE" -> order = LibraryCodec.texts(figure.path("order_by_relative_metric"));
                case "MESSAGE_SENDS" ->
                    figure.path("number_values")
                            .forEach(it -> Json.text(it, "key")
                                    .ifPresent(
                                            id -> sends.put(id, it.path("value").asLong())));
                case "TOP_BLOCK_REASON" ->
                    figure.path("string_values")
                            .forEach(it -> Json.text(it, "key")
                                    .ifPresent(id ->
                                            reasons.put(id, it.path("value").asText())));
                default -> {
                    // A figure that this version does not know.
                }
            }
        }
        return new TemplateComparison(order, sends, reasons);
    }

    static TemplateMigration migration(JsonNode answer) {
        return new TemplateMigration(ids(answer.path("migrated_templates")), failures(answer.path("failed_templates")));
    }

    static ArchiveResult shelved(JsonNode answer, String done) {
        return new ArchiveResult(ids(answer.path(done)), failures(answer.path("failed_templates")));
    }

    static TemplateCount count(JsonNode answer) {
        JsonNode summary = answer.path("summary");
        return new TemplateCount(
                summary.path("total_count").asInt(),
                number(summary.path("message_template_count")),
                number(summary.path("message_template_limit")));
    }

    private static OptionalInt number(JsonNode node) {
        return node.isIntegralNumber() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
    }

    /** Ids come bare, or as objects. */
    private static List<String> ids(JsonNode array) {
        var ids = new ArrayList<String>();
        array.forEach(element -> ids.add(element.isValueNode() ? element.asText() : idOf(element)));
        return ids;
    }

    /** Failures come as an object of reasons by id, or as a list of ids or objects. */
    private static Map<String, String> failures(JsonNode failed) {
        var reasons = new LinkedHashMap<String, String>();
        if (failed.isObject()) {
            failed.properties()
                    .forEach(it -> reasons.put(it.getKey(), it.getValue().asText()));
        } else {
            failed.forEach(element -> reasons.put(
                    element.isValueNode() ? element.asText() : idOf(element),
                    Json.text(element, "reason")
                            .or(() -> Json.text(element, "error_message"))
                            .orElse("")));
        }
        return reasons;
    }

    private static String idOf(JsonNode element) {
        return Json.text(element, "id").or(() -> Json.text(element, "hsm_id")).orElse("");
    }
}
