package dev.wakit.inbound;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.TemplateStatus;

/**
 * A template was reviewed, paused, disabled or brought back.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param name the template
 * @param language its language
 * @param id the BSP's id of the template
 * @param status what it is now
 * @param event the BSP's word for what happened
 * @param category its category; UNKNOWN if not named
 * @param reason the BSP's reason; empty if it gives none
 * @param recommendation what the BSP advises to do
 * @param cause the BSP's word for a pause, such as {@code FIRST_PAUSE}
 * @param rejection the BSP's word for a refusal
 * @param disableDate when it was disabled, as the BSP writes it
 * @since 0.1
 */
public record TemplateStatusChanged(
        EventSource source,
        TemplateName name,
        LanguageCode language,
        String id,
        TemplateStatus status,
        String event,
        TemplateCategory category,
        String reason,
        String recommendation,
        String cause,
        String rejection,
        String disableDate)
        implements InboundEvent {}
