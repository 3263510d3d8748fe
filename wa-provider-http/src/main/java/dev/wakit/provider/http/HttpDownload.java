package dev.wakit.provider.http;

import dev.wakit.InvalidMessageException;
import dev.wakit.media.MediaDownload;
import dev.wakit.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * What came of beginning a download.
 *
 * @since 0.1
 */
public sealed interface HttpDownload {

    /**
     * The bytes come.
     *
     * @param mimeType as the host tells; empty if it does not
     * @param length how many; -1 if that is not known
     * @param content whoever reads it closes it
     */
    record Content(String mimeType, long length, InputStream content) implements HttpDownload {

        /**
         * The download for whoever asked for it.
         *
         * @param otherwise the type, if the host tells none that can be read
         * @param maxBytes reading more than these fails
         * @throws InvalidMessageException if the host says that there are more bytes; the download is given up
         */
        public MediaDownload begun(MediaType otherwise, long maxBytes) {
            if (length > maxBytes) {
                giveUp();
                throw new InvalidMessageException(
                        "media.length",
                        String.format(
                                Locale.ROOT,
                                "must be at most %,d bytes, but is %,d. Ask for more at most, or leave it.",
                                maxBytes,
                                length));
            }
            return MediaDownload.of(type(otherwise), length, new BoundedStream(content, maxBytes));
        }

        private MediaType type(MediaType otherwise) {
            try {
                return MediaType.of(mimeType);
            } catch (InvalidMessageException unreadable) {
                return otherwise;
            }
        }

        private void giveUp() {
            try {
                content.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The download could not be given up.", e);
            }
        }
    }

    /**
     * They do not.
     *
     * @param answer what came instead; a redirect if there were more than five
     */
    record Failed(HttpAnswer answer) implements HttpDownload {}

    /**
     * The address, or one that it redirects to, is not to be asked; nothing was sent there.
     *
     * @param host which
     */
    record Foreign(String host) implements HttpDownload {}
}
