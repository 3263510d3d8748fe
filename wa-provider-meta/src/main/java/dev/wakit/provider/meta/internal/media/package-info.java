/**
 * Uploading, looking up and downloading media, and the resumable upload of files for templates.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.media;

import org.jspecify.annotations.NullMarked;
