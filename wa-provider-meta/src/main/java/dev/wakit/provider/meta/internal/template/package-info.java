/**
 * Reads and changes the message templates of a WhatsApp business account.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.template;

import org.jspecify.annotations.NullMarked;
