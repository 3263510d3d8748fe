package dev.wakit.provider.meta.media;

import dev.wakit.media.MediaFile;

/**
 * Uploads files for the headers of templates and for profile pictures, in pieces if the connection breaks.
 *
 * <p>Takes PDF, JPEG, PNG and MP4 of a known length. These calls block, and throw a {@link dev.wakit.WhatsAppException} when Meta
 * refuses or cannot be reached. Thread-safe.
 *
 * @since 0.1
 */
public interface HeaderUploads {

    /**
     * Uploads a file; when the connection breaks and the file can be read again, goes on where Meta has got to, up to twice.
     *
     * @throws dev.wakit.InvalidMessageException if the type is not one of the four, the file is too large or empty, or its length
     *     is not known
     */
    HeaderHandle upload(MediaFile file);

    /** Begins an upload without sending a byte; {@link #resume} sends them. Throws as {@link #upload} does. */
    UploadSession begin(MediaFile file);

    /**
     * Sends what Meta does not have yet of a file whose upload was begun, once.
     *
     * @param file the same content as at the beginning
     * @throws dev.wakit.ProviderUnavailableException if the connection broke; resume again
     */
    HeaderHandle resume(UploadSession session, MediaFile file);
}
