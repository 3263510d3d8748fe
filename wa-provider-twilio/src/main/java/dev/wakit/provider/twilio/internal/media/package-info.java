/**
 * Downloads the files that people sent.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.media;

import org.jspecify.annotations.NullMarked;
