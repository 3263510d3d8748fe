/**
 * What a person can do with an interactive message: one {@link dev.wakit.message.interactive.InteractiveAction} per kind.
 *
 * <p>Start with {@link dev.wakit.message.interactive.ReplyButtons} or {@link dev.wakit.message.interactive.ListMenu} and pass
 * it to {@code InteractiveMessage.builder(action)}. The rules of each kind stand in
 * {@link dev.wakit.message.interactive.InteractiveKind}. Template buttons are not here but in {@code dev.wakit.template}.
 */
@NullMarked
package dev.wakit.message.interactive;

import org.jspecify.annotations.NullMarked;
