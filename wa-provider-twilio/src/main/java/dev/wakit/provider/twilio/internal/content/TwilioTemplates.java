package dev.wakit.provider.twilio.internal.content;

import dev.wakit.OutcomeUnknownException;
import dev.wakit.TemplateException;
import dev.wakit.WhatsAppException;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.UnknownEvent;
import dev.wakit.provider.TemplateGateway;
import dev.wakit.provider.twilio.content.Content;
import dev.wakit.provider.twilio.content.ContentApproval;
import dev.wakit.provider.twilio.content.ContentDraft;
import dev.wakit.provider.twilio.content.ContentPage;
import dev.wakit.provider.twilio.content.ContentSid;
import dev.wakit.provider.twilio.content.TwilioContents;
import dev.wakit.provider.twilio.internal.content.ContentBook.TemplateKey;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplatePage;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import dev.wakit.template.definition.TemplateLint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Contents as templates. Thread-safe. */
public final class TwilioTemplates implements TemplateGateway {

    /** The name of events that Twilio's debugger posts. */
    public static final String DEBUGGER = "debugger";

    private final TwilioContents contents;
    private final ContentBook book;

    /** A gateway. */
    public TwilioTemplates(TwilioContents contents, ContentBook book) {
        this.contents = contents;
        this.book = book;
    }

    @Override
    public List<Template> list(TemplateQuery query) {
        var all = new ArrayList<Template>();
        var seen = new HashSet<String>();
        Optional<String> after = query.after();
        do {
            TemplateQuery at =
                    after.map(it -> query.toBuilder().after(it).build()).orElse(query);
            TemplatePage page = page(at);
            all.addAll(page.templates());
            // A pointer seen before would never end.
            after = page.next().filter(seen::add);
        } while (after.isPresent());
        return List.copyOf(all);
    }

    /** {@inheritDoc} Twilio filters nothing, so a page may hold fewer than asked for, or none. */
    @Override
    public TemplatePage page(TemplateQuery query) {
        long begun = book.begin();
        ContentPage page = contents.page(query.pageSize(), query.after().orElse(""));
        book.put(page.contents(), begun);
        return new TemplatePage(
                page.contents().stream()
                        .flatMap(content -> template(content).stream())
                        .filter(query::matches)
                        .filter(template -> hasText(template, query))
                        .toList(),
                page.next());
    }

    @Override
    public Optional<Template> find(TemplateName name, LanguageCode language) {
        var key = new TemplateKey(name, language);
        return book.find(key).map(known -> known.template(key));
    }

    @Override
    public Optional<Template> get(String id) {
        return contents.get(ContentSid.of(id)).flatMap(TwilioTemplates::template);
    }

    /**
     * {@inheritDoc}
     *
     * <p>That is two calls at Twilio: one creates the Content, the other hands it in.
     */
    @Override
    public TemplateReceipt create(TemplateDefinition definition) {
        TemplateLint.refuseErrors(
                "Template '" + definition.name() + "' in " + definition.language(), TemplateLint.check(definition));
        ContentDraft draft = DefinitionMapper.draft(definition);
        try {
            ContentSid sid = contents.create(draft).sid();
            ContentApproval approval = handIn(sid, definition);
            return new TemplateReceipt(sid.value(), approval.status(), approval.category());
        } finally {
            evict(definition.name(), definition.language());
        }
    }

    private ContentApproval handIn(ContentSid sid, TemplateDefinition definition) {
        try {
            return contents.requestApproval(sid, definition.name(), definition.category());
        } catch (OutcomeUnknownException unknown) {
            throw new OutcomeUnknownException("Content " + sid
                    + " was created, and nobody knows whether it was handed in for review. Read its approval.");
        } catch (WhatsAppException refused) {
            throw new TemplateException("Content " + sid + " was created, and was not handed in for review. "
                    + refused.getMessage() + " Request its approval again, or delete it.");
        }
    }

    /** {@inheritDoc} Only a Content that was not handed in can change at all. */
    @Override
    public void edit(String id, TemplateEdit edit) {
        ContentSid sid = ContentSid.of(id);
        Content content = contents.get(sid)
                .orElseThrow(() -> new TemplateException(
                        "The account has no Content " + sid + ". List the templates to see which it has."));
        Template template = template(content)
                .orElseThrow(() -> new TemplateException(
                        "Content " + sid + " has a language that no template can have. Create another one."));
        TemplateComponents components = edit.components()
                .orElseThrow(
                        () -> new TemplateException(
                                "A Content has its category from its review, so there is nothing else to edit. Give components."));
        TemplateLint.refuseErrors("Content " + sid, TemplateLint.check(edit, template.category()));
        TemplateDefinition.Builder definition = TemplateDefinition.builder(
                template.name(), template.language(), edit.category().orElse(template.category()), components);
        edit.ttl().ifPresent(definition::ttl);
        try {
            contents.replace(sid, DefinitionMapper.draft(definition.build()));
        } finally {
            ContentBook.keys(content).forEach(key -> book.evict(key::equals));
        }
    }

    @Override
    public void delete(TemplateName name) {
        delete("with the name '" + name + "'", key -> key.name().equals(name));
    }

    @Override
    public void delete(TemplateName name, LanguageCode language) {
        delete("with the name '" + name + "' in " + language, new TemplateKey(name, language)::equals);
    }

    private void delete(String which, Predicate<TemplateKey> wanted) {
        try {
            List<ContentSid> found = contents.list().stream()
                    .filter(content -> ContentBook.keys(content).stream().anyMatch(wanted))
                    .map(Content::sid)
                    .toList();
            if (found.isEmpty()) {
                throw new TemplateException("The account has no Content " + which
                        + ". List the templates to see which names and languages it has.");
            }
            found.forEach(contents::delete);
        } finally {
            book.evict(wanted);
        }
    }

    @Override
    public void evict(TemplateName name, LanguageCode language) {
        book.evict(new TemplateKey(name, language)::equals);
    }

    /** Twilio posts what happens to templates to the webhook of its debugger only, in words that this version does not read. */
    @Override
    public void refresh(InboundEvent event) {
        if (event instanceof UnknownEvent unknown && unknown.name().equals(DEBUGGER)) {
            book.evict(key -> true);
        }
    }

    private static Optional<Template> template(Content content) {
        return TemplateMapper.language(content)
                .map(language -> TemplateMapper.template(
                        content,
                        Shape.of(content),
                        TemplateMapper.names(content).get(0),
                        language));
    }

    private static boolean hasText(Template template, TemplateQuery query) {
        String body = template.parts().body().toLowerCase(Locale.ROOT);
        return query.content()
                        .map(text -> body.contains(text.toLowerCase(Locale.ROOT)))
                        .orElse(true)
                && query.nameOrContent()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .map(text ->
                                body.contains(text) || template.name().value().contains(text))
                        .orElse(true);
    }
}
