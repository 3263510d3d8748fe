/**
 * Graph errors as data: the code table, the response envelope, the webhook form.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.error;

import org.jspecify.annotations.NullMarked;
