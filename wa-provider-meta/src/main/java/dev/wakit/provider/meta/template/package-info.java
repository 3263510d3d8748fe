/**
 * What only Meta does with templates: its library, previews, authentication templates in bulk, archive, migration and comparison.
 *
 * <p>Start with {@link dev.wakit.provider.meta.template.MetaTemplateManagement}. What every provider does with templates is
 * {@code dev.wakit.provider.TemplateGateway}.
 */
@NullMarked
package dev.wakit.provider.meta.template;

import org.jspecify.annotations.NullMarked;
