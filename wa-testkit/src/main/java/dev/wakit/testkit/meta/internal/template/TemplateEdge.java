package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Finds the template call that a request is. Thread-safe. */
public final class TemplateEdge {

    private final TemplateRegistry registry;
    private final TemplateDesk desk;
    private final TemplateStore store;
    private final String account;
    private final int limit;
    private final ToLongFunction<String> sends;

    /**
     * The edge of an account.
     *
     * @param account the id of the business account
     * @param limit how many templates it may have
     * @param sends how often messages with a template of this name were accepted
     */
    public TemplateEdge(
            TemplateRegistry registry,
            TemplateDesk desk,
            TemplateStore store,
            String account,
            int limit,
            ToLongFunction<String> sends) {
        this.registry = registry;
        this.desk = desk;
        this.store = store;
        this.account = account;
        this.limit = limit;
        this.sends = sends;
    }

    /** One authorised request: its path below the host, with the version where it has one. */
    public record Request(String method, List<String> path, Map<String, String> query, byte[] body, String address) {

        String segment(int index) {
            return index < path.size() ? path.get(index) : "";
        }
    }

    /** Tells whether a path without a version belongs here: the archive is on Meta's second host. */
    public static boolean isVersionless(List<String> path, String account) {
        return path.size() == 3 && path.get(0).equals(account) && path.get(1).equals("message_templates");
    }

    /** Returns the answer; empty if the request is about something else. */
    public Optional<ObjectNode> answer(Request request) {
        if (isVersionless(request.path(), account)) {
            return archive(request);
        }
        String id = request.segment(1);
        if (id.equals("message_template_library") && request.method().equals("GET")) {
            return Optional.of(TemplateLibrary.browse(request.query()));
        }
        if (id.equals(account)) {
            return ofAccount(request);
        }
        return registry.byId(id).flatMap(template -> ofTemplate(request, template));
    }

    private Optional<ObjectNode> archive(Request request) {
        return switch (request.method() + " " + request.segment(2)) {
            case "POST archive" -> Optional.of(store.shelve(Json.parse(request.body()), true));
            case "POST unarchive" -> Optional.of(store.shelve(Json.parse(request.body()), false));
            default -> Optional.empty();
        };
    }

    private Optional<ObjectNode> ofAccount(Request request) {
        return switch (request.method() + " " + request.segment(2)) {
            case "GET message_templates" ->
                Optional.of(TemplatePage.of(registry.all(), request.query(), limit, request.address()));
            case "POST message_templates" -> Optional.of(desk.create(Json.parse(request.body())));
            case "DELETE message_templates" -> Optional.of(desk.delete(request.query()));
            case "GET message_template_previews" -> Optional.of(PresetTexts.previews(request.query()));
            case "POST upsert_message_templates" -> Optional.of(desk.upsert(Json.parse(request.body())));
            case "POST migrate_message_templates" -> Optional.of(store.migrate(Json.parse(request.body())));
            default -> Optional.empty();
        };
    }

    private Optional<ObjectNode> ofTemplate(Request request, StoredTemplate template) {
        return switch (request.method() + " " + request.segment(2)) {
            case "GET " -> Optional.of(TemplatePage.one(template, request.query()));
            case "POST " -> Optional.of(desk.edit(template.id(), Json.parse(request.body())));
            case "POST unpause" -> Optional.of(desk.unpause(template.id()));
            case "GET compare" -> Optional.of(compare(request, template));
            default -> Optional.empty();
        };
    }

    private ObjectNode compare(Request request, StoredTemplate template) {
        String other = request.query().getOrDefault("template_ids", "").replaceAll("[^0-9]", "");
        StoredTemplate compared =
                registry.byId(other).orElseThrow(() -> TemplateErrors.notFound("with the id " + other));
        return TemplateComparison.of(template, compared, request.query(), sends);
    }
}
