package dev.wakit.provider;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateName;
import java.util.List;
import java.util.Optional;

/**
 * Reads the templates of an account.
 *
 * <p>These are management calls: they block, and they throw a {@link dev.wakit.WhatsAppException} when the BSP refuses or cannot
 * be reached. Implementations are thread-safe and may answer from a cache.
 *
 * @since 0.1
 */
public interface TemplateGateway {

    /** All templates of the account, whatever their status. */
    List<Template> list();

    /** The template with this name and language, whatever its status. */
    Optional<Template> find(TemplateName name, LanguageCode language);
}
