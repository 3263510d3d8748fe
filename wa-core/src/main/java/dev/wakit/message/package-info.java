/**
 * Everything that can be sent to a person: one final class or record per kind of {@link dev.wakit.message.Message}.
 *
 * <p>Start with {@link dev.wakit.message.TextMessage#of(String)} and {@link dev.wakit.message.TemplateMessage#builder(String,
 * String)}. Limits are checked when a message is built. Recipients, reply context and JSON may not be here.
 */
@NullMarked
package dev.wakit.message;

import org.jspecify.annotations.NullMarked;
