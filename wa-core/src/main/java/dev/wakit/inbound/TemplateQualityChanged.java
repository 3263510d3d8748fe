package dev.wakit.inbound;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.QualityRating;
import dev.wakit.template.TemplateName;

/**
 * The quality rating of a template changed.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param name the template
 * @param language its language
 * @param id the BSP's id of the template
 * @param before the rating until now
 * @param after the rating from now on
 * @since 0.1
 */
public record TemplateQualityChanged(
        EventSource source,
        TemplateName name,
        LanguageCode language,
        String id,
        QualityRating before,
        QualityRating after)
        implements InboundEvent {}
