/**
 * JSON read under limits and without surprises.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.json;

import org.jspecify.annotations.NullMarked;
