/**
 * Where the bytes of an image, video, document or voice note come from, and points on the map.
 *
 * <p>Start with {@link dev.wakit.media.MediaSource#id(String)} for an upload and
 * {@link dev.wakit.media.MediaSource#link(String)} for a public URL. Uploading and downloading belong to providers.
 */
@NullMarked
package dev.wakit.media;

import org.jspecify.annotations.NullMarked;
