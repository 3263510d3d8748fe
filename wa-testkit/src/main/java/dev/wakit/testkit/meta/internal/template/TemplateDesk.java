package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.SimulatedTemplate;
import dev.wakit.testkit.meta.internal.TemplateRules;
import dev.wakit.testkit.simulator.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes templates in, changes and removes them. Thread-safe: one call at a time. */
public final class TemplateDesk {

    private static final int CREATIONS_AN_HOUR = 100;
    private static final Duration EDIT_PAUSE = Duration.ofDays(1);
    private static final Duration EDIT_WINDOW = Duration.ofDays(30);
    private static final int EDITS_A_WINDOW = 10;
    private static final Duration NAME_BLOCKED = Duration.ofDays(30);
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Set<String> EDITABLE = Set.of("APPROVED", "REJECTED", "PAUSED");
    private static final List<String> OPTIONAL_FIELDS = List.of(
            "message_send_ttl_seconds", "cta_url_link_tracking_opted_out", "library_template_name", "display_format");

    private final TemplateRegistry registry;
    private final TemplateRules rules;
    private final TemplateNews news;
    private final InstantSource clock;
    private final TemplateReviews reviews;
    private final Deque<Instant> creations = new ArrayDeque<>();
    private final Map<String, Instant> blockedNames = new HashMap<>();

    public TemplateDesk(
            TemplateRegistry registry,
            TemplateRules rules,
            TemplateNews news,
            InstantSource clock,
            TemplateReviews reviews) {
        this.registry = registry;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
        this.reviews = reviews;
    }

    /** Takes a new template in, and answers with the category that the reviewer gives it. */
    public synchronized ObjectNode create(JsonNode request) {
        String name = required(request, "name");
        String language = required(request, "language");
        String category = category(request);
        if (!NAME.matcher(name).matches()) {
            throw TemplateErrors.invalid("Param name must have lower-case letters, digits and underscores");
        }
        boolean fromLibrary = request.has("library_template_name");
        if (!fromLibrary) {
            DefinitionCheck.run(request.path("components"), category);
        }
        admit(name, language);
        ArrayNode components =
                fromLibrary ? TemplateLibrary.components(request) : components(request, category, language);
        StoredTemplate template = stored(request, name, language, category, components);
        registry.put(template);
        creations.add(clock.instant());
        if (fromLibrary) {
            reviews.approve(name, language);
        } else {
            reviews.begin(name, language);
        }
        StoredTemplate now = registry.find(name, language).orElse(template);
        return Json.object().put("id", now.id()).put("status", now.status()).put("category", now.category());
    }

    private void admit(String name, String language) {
        if (registry.find(name, language).isPresent()) {
            throw TemplateErrors.exists(name, language);
        }
        Instant now = clock.instant();
        Instant blocked = blockedNames.get(name);
        if (blocked != null && now.isBefore(blocked)) {
            throw TemplateErrors.beingDeleted(name);
        }
        if (registry.all().size() >= rules.limit()) {
            throw TemplateErrors.limitReached(rules.limit());
        }
        while (!creations.isEmpty() && !now.isBefore(creations.peek().plus(Duration.ofHours(1)))) {
            creations.remove();
        }
        if (creations.size() >= CREATIONS_AN_HOUR) {
            throw TemplateErrors.createdTooMany(CREATIONS_AN_HOUR);
        }
    }

    private StoredTemplate stored(
            JsonNode request, String name, String language, String category, ArrayNode components) {
        ObjectNode json = Json.object().put("name", name);
        json.put("parameter_format", request.path("parameter_format").asText("POSITIONAL"));
        json.set("components", components);
        json.put("language", language).put("status", "PENDING").put("category", category);
        json.putObject("quality_score").put("score", "UNKNOWN");
        json.put("rejected_reason", "NONE").put("id", TemplateRegistry.idOf(name, language));
        copyOptional(request, json);
        return given(new StoredTemplate(json, List.of()));
    }

    /** With the category that the reviewer gives it. */
    private StoredTemplate given(StoredTemplate template) {
        String given = reviews.category(template);
        return given.equals(template.category())
                ? template
                : template.with("previous_category", template.category()).with("category", given);
    }

    private static void copyOptional(JsonNode request, ObjectNode json) {
        for (String field : OPTIONAL_FIELDS) {
            if (request.has(field)) {
                json.set(field, request.path(field));
            }
        }
    }

    private static ArrayNode components(JsonNode request, String category, String language) {
        JsonNode components = request.path("components");
        return category.equals("AUTHENTICATION")
                ? PresetTexts.components(components, language)
                : (ArrayNode) components.deepCopy();
    }

    /** Changes a template, which is then reviewed again. */
    public synchronized ObjectNode edit(String id, JsonNode request) {
        StoredTemplate template = existing(id);
        if (!EDITABLE.contains(template.status())) {
            throw TemplateErrors.cannotChange("A template that is " + template.status() + " cannot be edited.");
        }
        boolean approved = template.status().equals("APPROVED");
        if (approved) {
            checkEdits(template, request);
        }
        String category = request.has("category") ? category(request) : template.category();
        ObjectNode json = template.json().deepCopy();
        json.put("category", category).put("status", "PENDING").put("rejected_reason", "NONE");
        if (request.has("components")) {
            DefinitionCheck.run(request.path("components"), category);
            json.set("components", components(request, category, template.language()));
        }
        copyOptional(request, json);
        registry.put(template.edited(json, clock.instant(), approved));
        reviews.begin(template.name(), template.language());
        return success();
    }

    private void checkEdits(StoredTemplate template, JsonNode request) {
        if (request.has("category") && !request.path("category").asText().equals(template.category())) {
            throw TemplateErrors.cannotChange("The category of an approved template cannot be edited.");
        }
        Instant now = clock.instant();
        List<Instant> recent = template.edits().stream()
                .filter(edit -> edit.plus(EDIT_WINDOW).isAfter(now))
                .toList();
        boolean today = recent.stream().anyMatch(edit -> edit.plus(EDIT_PAUSE).isAfter(now));
        if (today || recent.size() >= EDITS_A_WINDOW) {
            throw TemplateErrors.cannotChange(
                    "An approved template can be edited once in 24 hours, 10 times in 30 days.");
        }
    }

    /** Deletes by name, by name and id, or by a list of ids. */
    public synchronized ObjectNode delete(Map<String, String> query) {
        String name = query.getOrDefault("name", "");
        String id = query.getOrDefault("hsm_id", "");
        List<String> ids = ids(query.getOrDefault("hsm_ids", ""));
        if (name.isEmpty() && ids.isEmpty()) {
            throw TemplateErrors.invalid("The parameter name is required");
        }
        List<StoredTemplate> wanted = registry.all().stream()
                .filter(it -> ids.isEmpty()
                        ? it.name().equals(name) && (id.isEmpty() || it.id().equals(id))
                        : ids.contains(it.id()))
                .toList();
        if (wanted.isEmpty()) {
            throw TemplateErrors.notFound(name.isEmpty() ? "with these ids" : name);
        }
        if (wanted.stream().anyMatch(it -> it.status().equals("DISABLED"))) {
            throw TemplateErrors.cannotChange("A DISABLED template cannot be deleted.");
        }
        for (StoredTemplate gone : registry.remove(wanted::contains)) {
            if (gone.status().equals("APPROVED")) {
                blockedNames.put(gone.name(), clock.instant().plus(NAME_BLOCKED));
            }
            news.status(gone, "DELETED", "NONE");
        }
        return success();
    }

    /** Takes a template out of its pause. */
    public synchronized ObjectNode unpause(String id) {
        StoredTemplate template = existing(id);
        if (!template.status().equals("PAUSED")) {
            return Json.object().put("success", false).put("reason", "The template is " + template.status());
        }
        StoredTemplate back = template.with("status", "APPROVED");
        registry.put(back);
        news.pause(back, "APPROVED", "UNPAUSE");
        return success();
    }

    /** Creates or changes an authentication template in several languages. */
    public synchronized ObjectNode upsert(JsonNode request) {
        String name = required(request, "name");
        if (!category(request).equals("AUTHENTICATION")) {
            throw TemplateErrors.invalid("Param category must be AUTHENTICATION");
        }
        DefinitionCheck.run(request.path("components"), "AUTHENTICATION");
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        for (JsonNode element : request.path("languages")) {
            String language = element.asText();
            StoredTemplate template =
                    stored(request, name, language, "AUTHENTICATION", components(request, "AUTHENTICATION", language));
            registry.put(template);
            reviews.begin(name, language);
            data.addObject()
                    .put("id", template.id())
                    .put("status", template.status())
                    .put("language", language);
        }
        return answer;
    }

    private StoredTemplate existing(String id) {
        return registry.byId(id).orElseThrow(() -> TemplateErrors.notFound("with the id " + id));
    }

    static List<String> ids(String list) {
        return Arrays.stream(list.replaceAll("[\\[\\]\" ]", "").split(","))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    static String required(JsonNode request, String field) {
        String value = request.path(field).asText("");
        if (value.isEmpty()) {
            throw TemplateErrors.invalid("The parameter " + field + " is required");
        }
        return value;
    }

    private static String category(JsonNode request) {
        String category = required(request, "category");
        try {
            return SimulatedTemplate.Category.valueOf(category).name();
        } catch (IllegalArgumentException unknown) {
            throw TemplateErrors.invalid("Param category must be one of {AUTHENTICATION, MARKETING, UTILITY}");
        }
    }

    private static ObjectNode success() {
        return Json.object().put("success", true);
    }
}
