package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.internal.Check;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.provider.meta.template.ArchiveResult;
import dev.wakit.provider.meta.template.AuthenticationTemplate;
import dev.wakit.provider.meta.template.LibraryChoice;
import dev.wakit.provider.meta.template.LibraryQuery;
import dev.wakit.provider.meta.template.LibraryTemplate;
import dev.wakit.provider.meta.template.MetaTemplateManagement;
import dev.wakit.provider.meta.template.PreviewQuery;
import dev.wakit.provider.meta.template.TemplateComparison;
import dev.wakit.provider.meta.template.TemplateCount;
import dev.wakit.provider.meta.template.TemplateMigration;
import dev.wakit.provider.meta.template.TemplatePreview;
import dev.wakit.provider.meta.template.UpsertedTemplate;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateLint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The calls that only Meta has. Thread-safe. */
public final class MetaManagement implements MetaTemplateManagement {

    private static final int MOST_IDS = 100;
    private static final int MOST_MIGRATED = 500;
    private static final String LIBRARY_PAGE = "100";
    private static final Set<Duration> WINDOWS =
            Set.of(Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(60), Duration.ofDays(90));

    private final TemplateApi api;
    private final InstantSource clock;

    /** Management of one account. */
    public MetaManagement(TemplateApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public void unpause(String id) {
        GraphRequest target = GraphRequest.to(TemplateApi.id(id), "unpause");
        try {
            TemplateApi.done("unpause the template", api.graph().post(target, Json.object()));
        } finally {
            api.cache().evict(template -> template.id().filter(id::equals).isPresent());
        }
    }

    @Override
    public void deleteAll(List<String> ids) {
        String list = jsonList(checked(ids));
        try {
            TemplateApi.done(
                    "delete the templates", api.graph().delete(api.edge("message_templates", Map.of("hsm_ids", list))));
        } finally {
            api.cache().evict(template -> template.id().filter(ids::contains).isPresent());
        }
    }

    @Override
    public List<UpsertedTemplate> upsert(AuthenticationTemplate template) {
        TemplateDefinition sample = template.in(template.languages().get(0));
        TemplateLint.refuseErrors("Template '" + template.name() + "'", TemplateLint.check(sample));
        ObjectNode body = Json.object();
        body.put("name", template.name().value());
        template.languages().forEach(language -> body.withArray("languages").add(language.value()));
        body.put("category", sample.category().name());
        template.ttl().ifPresent(ttl -> DefinitionEncoder.ttl(body, ttl, sample.category()));
        body.set("components", DefinitionEncoder.components(sample.components()));
        try {
            return Answers.upserted(api.graph().post(api.edge("upsert_message_templates", Map.of()), body));
        } finally {
            api.cache().evict(old -> old.name().equals(template.name()));
        }
    }

    @Override
    public List<TemplatePreview> previews(PreviewQuery query) {
        var parameters = new HashMap<String, String>();
        parameters.put("category", "AUTHENTICATION");
        parameters.put("button_types", "OTP");
        parameters.put("add_security_recommendation", String.valueOf(query.securityRecommendation()));
        query.codeExpiration()
                .ifPresent(after -> parameters.put("code_expiration_minutes", String.valueOf(after.toMinutes())));
        if (!query.languages().isEmpty()) {
            parameters.put(
                    "language",
                    query.languages().stream().map(LanguageCode::value).collect(Collectors.joining(",")));
        }
        return api.graph().list(api.edge("message_template_previews", parameters), Answers::preview);
    }

    @Override
    public List<LibraryTemplate> library(LibraryQuery query) {
        var parameters = new HashMap<>(query.filters());
        parameters.put("limit", LIBRARY_PAGE);
        return api.graph().list(new GraphRequest(List.of("message_template_library"), parameters), LibraryCodec::read);
    }

    @Override
    public TemplateReceipt create(LibraryChoice choice) {
        GraphRequest target = api.edge("message_templates", Map.of());
        return TemplateApi.receipt(api.graph().post(target, LibraryCodec.encode(choice)));
    }

    @Override
    public TemplateComparison compare(String id, String otherId, Duration window) {
        if (!WINDOWS.contains(window)) {
            throw new IllegalArgumentException(
                    "Templates are compared over 7, 30, 60 or 90 days, not over " + window + ". Choose one of these.");
        }
        Instant end = clock.instant();
        var parameters = Map.of(
                "template_ids", "[" + TemplateApi.id(otherId) + "]",
                "start", String.valueOf(end.minus(window).getEpochSecond()),
                "end", String.valueOf(end.getEpochSecond()));
        return Answers.comparison(
                api.graph().get(new GraphRequest(List.of(TemplateApi.id(id), "compare"), parameters)));
    }

    @Override
    public TemplateMigration migrate(String sourceAccount, int page, int count) {
        Check.range("migration page", page, 0, Integer.MAX_VALUE);
        Check.range("migration count", count, 1, MOST_MIGRATED);
        ObjectNode body = Json.object()
                .put("source_waba_id", TemplateApi.id(sourceAccount))
                .put("page_number", page)
                .put("count", count);
        return Answers.migration(api.graph().post(api.edge("migrate_message_templates", Map.of()), body));
    }

    @Override
    public ArchiveResult archive(List<String> ids) {
        return shelve("archive", "archived_templates", ids);
    }

    @Override
    public ArchiveResult unarchive(List<String> ids) {
        return shelve("unarchive", "unarchived_templates", ids);
    }

    private ArchiveResult shelve(String edge, String done, List<String> ids) {
        ObjectNode body = Json.object().put("hsm_ids", String.join(",", checked(ids)));
        GraphRequest target = new GraphRequest(List.of(api.account(), "message_templates", edge), Map.of());
        try {
            return Answers.shelved(
                    api.graph().call(GraphCall.post(target, HttpBody.json(body)).at(GraphCall.Host.API)), done);
        } finally {
            api.cache().evict(template -> template.id().filter(ids::contains).isPresent());
        }
    }

    @Override
    public TemplateCount count() {
        return count(Map.of());
    }

    @Override
    public TemplateCount count(TemplateName name) {
        return count(Map.of("name", name.value()));
    }

    private TemplateCount count(Map<String, String> filter) {
        var parameters = new HashMap<>(filter);
        parameters.put("fields", "id");
        parameters.put("limit", "1");
        parameters.put("summary", "total_count,message_template_count,message_template_limit");
        return Answers.count(api.graph().get(api.edge("message_templates", parameters)));
    }

    private static List<String> checked(List<String> ids) {
        List<String> list = Check.size("template ids", ids, 1, MOST_IDS);
        list.forEach(TemplateApi::id);
        return list;
    }

    private static String jsonList(List<String> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
    }
}
