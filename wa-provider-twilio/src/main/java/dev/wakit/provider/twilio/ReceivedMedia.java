package dev.wakit.provider.twilio;

import dev.wakit.inbound.content.MediaContent;
import dev.wakit.media.MediaDownload;

/**
 * The files that people sent, which Twilio keeps until they are deleted.
 *
 * <p>The calls block, and throw a {@link dev.wakit.WhatsAppException} by what the caller can do about it. Implementations are
 * thread-safe.
 *
 * @since 0.1
 */
public interface ReceivedMedia {

    /** Begins to download a file of at most 16 MB, the largest of WhatsApp at Twilio; see {@link #download(MediaContent, long)}. */
    default MediaDownload download(MediaContent file) {
        return download(file, 16L * 1024 * 1024);
    }

    /**
     * Begins to download a file.
     *
     * <p>The credentials are shown to Twilio alone, at the address that the provider is configured with, and not to the host that Twilio
     * sends on to.
     *
     * @param file as a webhook told it
     * @param maxBytes when there are more, this call or the reading fails
     * @return the content, which the caller closes
     * @throws dev.wakit.RequestRefusedException if it is no file of this account, or was deleted
     * @throws dev.wakit.InvalidMessageException if Twilio says that there are more bytes
     */
    MediaDownload download(MediaContent file, long maxBytes);

    /**
     * Removes a file from Twilio; whether it was there.
     *
     * @throws dev.wakit.RequestRefusedException if it is no file of this account
     */
    boolean delete(MediaContent file);
}
