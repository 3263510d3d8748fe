/**
 * Templates as a business wants them, before they are reviewed.
 *
 * <p>Start with {@link dev.wakit.template.definition.TemplateDefinition}; {@link dev.wakit.template.definition.TemplateLint} tells
 * offline what WhatsApp would refuse. What a provider reports about a template is {@code dev.wakit.template.Template}; the way a
 * definition is written on the wire belongs to providers.
 */
@NullMarked
package dev.wakit.template.definition;

import org.jspecify.annotations.NullMarked;
