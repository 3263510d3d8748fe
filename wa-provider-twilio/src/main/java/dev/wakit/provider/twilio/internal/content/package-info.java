/**
 * Reads and writes Contents, and fits the values of templates into them.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.content;

import org.jspecify.annotations.NullMarked;
