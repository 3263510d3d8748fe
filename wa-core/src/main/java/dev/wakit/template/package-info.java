/**
 * Message templates as the provider approved them, and the values that fill their variables.
 *
 * <p>Start with {@link dev.wakit.template.Template} (what was approved) and {@link dev.wakit.template.TemplateParameter} (what
 * is filled in). The message that carries the values is {@code dev.wakit.message.TemplateMessage}; what is handed in for review
 * is in {@code dev.wakit.template.definition}. Listing, creating and deleting templates is the work of
 * {@code dev.wakit.provider.TemplateGateway}.
 */
@NullMarked
package dev.wakit.template;

import org.jspecify.annotations.NullMarked;
