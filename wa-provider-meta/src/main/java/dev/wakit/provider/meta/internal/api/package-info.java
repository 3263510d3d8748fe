/**
 * Management calls: reading ones are repeated, a busy budget slows them, refusals become exceptions that say what to do.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.api;

import org.jspecify.annotations.NullMarked;
