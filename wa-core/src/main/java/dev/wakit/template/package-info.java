/**
 * Message templates as the provider approved them, and the values that fill their variables.
 *
 * <p>Start with {@link dev.wakit.template.Template} (what was approved) and {@link dev.wakit.template.TemplateParameter} (what
 * is filled in). The message that carries the values is {@code dev.wakit.message.TemplateMessage}. Creating and deleting
 * templates belongs to providers.
 */
@NullMarked
package dev.wakit.template;

import org.jspecify.annotations.NullMarked;
