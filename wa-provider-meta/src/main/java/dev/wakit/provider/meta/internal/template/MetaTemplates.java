package dev.wakit.provider.meta.internal.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.TemplateException;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplatePage;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.TemplateStatus;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import dev.wakit.template.definition.TemplateLint;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The templates of one WhatsApp business account.
 *
 * <p>Templates that were found are remembered for a while; that one is missing is not, since it may be created at any time.
 * Thread-safe.
 */
public final class MetaTemplates implements TemplateGateway {

    private static final Set<TemplateStatus> EDITABLE =
            EnumSet.of(TemplateStatus.APPROVED, TemplateStatus.REJECTED, TemplateStatus.PAUSED);

    private final TemplateApi api;

    /** A gateway. */
    public MetaTemplates(TemplateApi api) {
        this.api = api;
    }

    @Override
    public List<Template> list(TemplateQuery query) {
        return read(filters(query), query.pageSize()).stream()
                .filter(query::matches)
                .toList();
    }

    @Override
    public TemplatePage page(TemplateQuery query) {
        long begun = api.cache().begin();
        GraphApi.Page<Template> page =
                api.graph().page(api.listing(filters(query), query.pageSize()), TemplateReader::read);
        api.cache().put(page.elements(), begun);
        return new TemplatePage(page.elements().stream().filter(query::matches).toList(), page.after());
    }

    @Override
    public Optional<Template> find(TemplateName name, LanguageCode language) {
        // Meta's filter also finds longer names that contain this one.
        return api.cache()
                .get(name, language)
                .or(() -> read(Map.of("name", name.value()), TemplateQuery.all().pageSize()).stream()
                        .filter(template -> template.name().equals(name)
                                && template.language().equals(language))
                        .findFirst());
    }

    @Override
    public Optional<Template> get(String id) {
        long begun = api.cache().begin();
        var target = new GraphRequest(List.of(TemplateApi.id(id)), Map.of("fields", TemplateReader.FIELDS));
        Optional<Template> template = api.graph().find(target).flatMap(TemplateReader::read);
        template.ifPresent(found -> api.cache().put(List.of(found), begun));
        return template;
    }

    @Override
    public TemplateReceipt create(TemplateDefinition definition) {
        TemplateLint.refuseErrors(
                "Template '" + definition.name() + "' in " + definition.language(), TemplateLint.check(definition));
        GraphRequest target = api.edge("message_templates", Map.of());
        try {
            return TemplateApi.receipt(api.graph().post(target, DefinitionEncoder.encode(definition)));
        } finally {
            evict(definition.name(), definition.language());
        }
    }

    @Override
    public void edit(String id, TemplateEdit edit) {
        Template template = get(id).orElseThrow(() -> new TemplateException(
                "The account has no template with the id " + id + ". List the templates to find it."));
        String what = "The edit of template '" + template.name() + "' in " + template.language();
        if (!EDITABLE.contains(template.status())) {
            throw new TemplateException(
                    what + " was not handed in, because the template is " + template.status()
                            + ". Only APPROVED, REJECTED and PAUSED ones can be edited: wait for the review, or create another one.");
        }
        boolean moved = edit.category()
                .filter(category -> category != template.category())
                .isPresent();
        if (moved && template.status() == TemplateStatus.APPROVED) {
            throw new TemplateException(
                    what + " was not handed in, because the category of an APPROVED template cannot change."
                            + " Create another template.");
        }
        TemplateLint.refuseErrors(what, TemplateLint.check(edit, template.category()));
        ObjectNode body = DefinitionEncoder.encode(edit, edit.category().orElse(template.category()));
        try {
            TemplateApi.done("edit the template", api.graph().post(GraphRequest.to(TemplateApi.id(id)), body));
        } finally {
            evict(template.name(), template.language());
        }
    }

    @Override
    public void delete(TemplateName name) {
        try {
            delete(Map.of("name", name.value()));
        } finally {
            api.cache().evict(template -> template.name().equals(name));
        }
    }

    @Override
    public void delete(TemplateName name, LanguageCode language) {
        String id = find(name, language)
                .flatMap(Template::id)
                .orElseThrow(() -> new TemplateException("The account has no template '" + name + "' in " + language
                        + ". List the templates to see which languages it has."));
        try {
            delete(Map.of("name", name.value(), "hsm_id", id));
        } finally {
            evict(name, language);
        }
    }

    private void delete(Map<String, String> query) {
        TemplateApi.done("delete the template", api.graph().delete(api.edge("message_templates", query)));
    }

    @Override
    public void evict(TemplateName name, LanguageCode language) {
        api.cache().evict(name, language);
    }

    @Override
    public void refresh(InboundEvent event) {
        api.cache().refresh(event);
    }

    private List<Template> read(Map<String, String> filters, int pageSize) {
        long begun = api.cache().begin();
        List<Template> read = api.graph().list(api.listing(filters, pageSize), TemplateReader::read);
        api.cache().put(read, begun);
        return read;
    }

    private static Map<String, String> filters(TemplateQuery query) {
        var filters = new HashMap<String, String>();
        query.name().ifPresent(name -> filters.put("name", name.value()));
        query.language().ifPresent(language -> filters.put("language", language.value()));
        query.status().ifPresent(status -> filters.put("status", status.name()));
        query.category().ifPresent(category -> filters.put("category", category.name()));
        query.quality().ifPresent(quality -> filters.put("quality_score", quality.name()));
        query.content().ifPresent(content -> filters.put("content", content));
        query.nameOrContent().ifPresent(text -> filters.put("name_or_content", text));
        query.after().ifPresent(after -> filters.put("after", after));
        return filters;
    }
}
