package dev.wakit.provider;

import dev.wakit.address.SenderId;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaFile;
import dev.wakit.media.MediaId;
import dev.wakit.media.StoredMedia;
import java.time.Duration;
import java.util.Optional;

/**
 * The media that a BSP keeps for an account.
 *
 * <p>These calls block, and throw a {@link dev.wakit.WhatsAppException} when the BSP refuses or cannot be reached.
 * Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface MediaGateway {

    /**
     * Uploads a file, streaming it, to send it by its id. Made once, never repeated.
     *
     * @param sender the number that will send it; others may not know the id
     * @throws dev.wakit.InvalidMessageException if the type is not one that WhatsApp takes, or the file is too large or empty;
     *     nothing is kept
     * @throws java.io.UncheckedIOException if the file cannot be read; nothing is kept
     */
    MediaId upload(SenderId sender, MediaFile file);

    /** Looks up a file; empty if the BSP does not have it, or not any more. */
    Optional<StoredMedia> find(MediaId id);

    /** Begins to download a file of at most 100 MB, the largest that WhatsApp carries; see {@link #download(MediaId, long)}. */
    default MediaDownload download(MediaId id) {
        return download(id, 100L * 1024 * 1024);
    }

    /**
     * Begins to download a file.
     *
     * @param maxBytes when there are more, this call or the reading fails
     * @return the content, which the caller closes
     * @throws dev.wakit.RequestRefusedException if the BSP does not have it
     * @throws dev.wakit.InvalidMessageException if the BSP says that there are more bytes
     */
    MediaDownload download(MediaId id, long maxBytes);

    /** Removes a file; whether the BSP had it. */
    boolean delete(MediaId id);

    /** How long an uploaded file can be sent. */
    Duration lifetime();
}
