/**
 * 360dialog's own errors, put into Meta's words.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.dialog360.internal.error;

import org.jspecify.annotations.NullMarked;
