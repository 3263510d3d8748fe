package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateStatus;

/**
 * One language of an authentication template that was created or changed. Immutable.
 *
 * @param id its id
 * @param language its language
 * @param status where it stands
 * @since 0.1
 */
public record UpsertedTemplate(String id, LanguageCode language, TemplateStatus status) {}
