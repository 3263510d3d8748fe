/**
 * Messages as the JSON of {@code POST /{phone-number-id}/messages}: one encoder a family, and a table of them.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.message;

import org.jspecify.annotations.NullMarked;
