package dev.wakit.inbound;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import java.time.Instant;

/**
 * The category of a template changes, and with it its price and limits.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param name the template
 * @param language its language
 * @param id the BSP's id of the template
 * @param before the category until then
 * @param after the category from then on
 * @param impending true for a notice before the change, false once it is in force
 * @param effectiveAt when the change comes into force; {@link Instant#MAX} if not named
 * @since 0.1
 */
public record TemplateCategoryChanged(
        EventSource source,
        TemplateName name,
        LanguageCode language,
        String id,
        TemplateCategory before,
        TemplateCategory after,
        boolean impending,
        Instant effectiveAt)
        implements InboundEvent {}
