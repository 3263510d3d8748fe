package dev.wakit.provider;

import dev.wakit.inbound.InboundEvent;
import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplatePage;
import dev.wakit.template.TemplateQuery;
import dev.wakit.template.TemplateReceipt;
import dev.wakit.template.definition.TemplateDefinition;
import dev.wakit.template.definition.TemplateEdit;
import java.util.List;
import java.util.Optional;

/**
 * The templates of an account.
 *
 * <p>These are management calls: they block, and they throw a {@link dev.wakit.WhatsAppException} when the BSP refuses or cannot
 * be reached. Reads are repeated when that may help, changes never: after a {@link dev.wakit.OutcomeUnknownException} read the
 * present state first. Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface TemplateGateway {

    /** All templates of the account, whatever their status. */
    default List<Template> list() {
        return list(TemplateQuery.all());
    }

    /** All templates that a query asks for, page after page, beginning where it says. */
    List<Template> list(TemplateQuery query);

    /** One page of what a query asks for; for accounts with thousands of templates. */
    TemplatePage page(TemplateQuery query);

    /** The template with this name and language, whatever its status; may come from a cache. */
    Optional<Template> find(TemplateName name, LanguageCode language);

    /** The template with this id, read now; empty if there is none. */
    Optional<Template> get(String id);

    /**
     * Hands in a new template for review.
     *
     * @return its id, its status and the category that the BSP gave it, which may differ from the one asked for
     * @throws dev.wakit.TemplateException naming everything that the BSP would refuse, before it is asked; or with the BSP's
     *     own words
     */
    TemplateReceipt create(TemplateDefinition definition);

    /**
     * Changes a template, which is then reviewed again.
     *
     * @throws dev.wakit.TemplateException naming everything that the BSP would refuse, before it is asked; or if the template
     *     is in review, or was edited too often
     */
    void edit(String id, TemplateEdit edit);

    /** Deletes a template in all its languages. Its name is blocked for 30 days if it was approved. */
    void delete(TemplateName name);

    /**
     * Deletes a template in one language.
     *
     * @throws dev.wakit.TemplateException if there is no such template
     */
    void delete(TemplateName name, LanguageCode language);

    /** Forgets what is remembered of a template, so that it is read anew when it is next needed. */
    default void evict(TemplateName name, LanguageCode language) {}

    /**
     * Takes notice of a webhook: what it says about a template is read anew when it is next needed.
     *
     * <p>The campaign engine calls this for every event; whoever receives webhooks without it calls it himself. Never blocks.
     */
    default void refresh(InboundEvent event) {}
}
