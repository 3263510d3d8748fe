/**
 * Media that only Meta has: files for the headers of templates and for profile pictures.
 *
 * <p>Start with {@link dev.wakit.provider.meta.media.HeaderUploads}. Media that is sent goes by way of
 * {@code dev.wakit.provider.MediaGateway}.
 */
@NullMarked
package dev.wakit.provider.meta.media;

import org.jspecify.annotations.NullMarked;
