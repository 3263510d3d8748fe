package dev.wakit.provider.meta.template;

import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateReceipt;
import java.time.Duration;
import java.util.List;

/**
 * What only Meta does with the templates of an account.
 *
 * <p>The same rules hold as for {@code dev.wakit.provider.TemplateGateway}: calls block, throw a
 * {@link dev.wakit.WhatsAppException}, and only those that read are repeated. Thread-safe.
 *
 * @since 0.1
 */
public interface MetaTemplateManagement {

    /**
     * Takes a template out of the pause that Meta's pacing put it into; pauses for low quality end by themselves.
     *
     * @throws dev.wakit.TemplateException if Meta does not do it, with its reason
     */
    void unpause(String id);

    /**
     * Deletes templates by id.
     *
     * @param ids 1 to 100 ids
     */
    void deleteAll(List<String> ids);

    /** Creates or changes an authentication template in several languages at once; what Meta made of each. */
    List<UpsertedTemplate> upsert(AuthenticationTemplate template);

    /** Shows the texts that Meta presets for authentication templates, one for each language. */
    List<TemplatePreview> previews(PreviewQuery query);

    /** Browses the library of texts that Meta approved beforehand. */
    List<LibraryTemplate> library(LibraryQuery query);

    /** Makes a template of the account from one of the library, usually approved at once. */
    TemplateReceipt create(LibraryChoice choice);

    /**
     * Compares how often people blocked the business after each of two templates.
     *
     * @param id one template
     * @param otherId the other one, of the same account; both were sent at least 1,000 times within the window
     * @param window the last 7, 30, 60 or 90 days
     */
    TemplateComparison compare(String id, String otherId, Duration window);

    /**
     * Copies templates of another account of the same business into this one: approved ones of good or unknown quality.
     *
     * @param sourceAccount the id of the WhatsApp business account they are in
     * @param page which part of them, counted from 0
     * @param count how many a part has, at most 500
     */
    TemplateMigration migrate(String sourceAccount, int page, int count);

    /** Puts templates away; archived ones are deleted after 28 days. */
    ArchiveResult archive(List<String> ids);

    /** Takes templates back out of the archive. */
    ArchiveResult unarchive(List<String> ids);

    /** Counts the templates of the account. */
    TemplateCount count();

    /** Counts the templates with a name, one for each language. */
    TemplateCount count(TemplateName name);
}
