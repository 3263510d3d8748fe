/**
 * Where the bytes of an image, video, document or voice note come from, and points on the map.
 *
 * <p>Start with {@link dev.wakit.media.MediaSource#id(String)} for an upload and
 * {@link dev.wakit.media.MediaSource#link(String)} for a public URL. A {@link dev.wakit.media.MediaFile} is what a provider's
 * {@code MediaGateway} uploads, a {@link dev.wakit.media.MediaDownload} what comes back.
 */
@NullMarked
package dev.wakit.media;

import org.jspecify.annotations.NullMarked;
