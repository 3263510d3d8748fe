package dev.wakit.provider.meta.internal.media;

import dev.wakit.media.MediaFile;
import dev.wakit.provider.http.HttpBody;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/**
 * The content of an upload, watched while it is sent: to the transport a file that cannot be read and one that is too large look
 * like a broken connection.
 */
final class WatchedContent implements HttpBody.Content {

    private final MediaFile file;
    private final long from;
    private final long maxBytes;
    private volatile boolean tooLarge;
    private volatile Optional<IOException> unreadable = Optional.empty();

    WatchedContent(MediaFile file, long from, long maxBytes) {
        this.file = file;
        this.from = from;
        this.maxBytes = maxBytes;
    }

    @Override
    public InputStream open() throws IOException {
        try {
            InputStream content = file.open();
            content.skipNBytes(from);
            return new Watched(content);
        } catch (IOException failure) {
            unreadable = Optional.of(failure);
            throw failure;
        }
    }

    /** Whether reading went past the limit, which ended the request. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Why the file could not be read, which ended the request. */
    Optional<IOException> unreadable() {
        return unreadable;
    }

    private final class Watched extends FilterInputStream {

        private long count = from;

        Watched(InputStream content) {
            super(content);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = in.read(buffer, offset, length);
            } catch (InterruptedIOException overTime) {
                throw overTime;
            } catch (IOException failure) {
                unreadable = Optional.of(failure);
                throw failure;
            }
            count += Math.max(0, read);
            if (count > maxBytes) {
                tooLarge = true;
                throw new IOException("The file is too large");
            }
            return read;
        }
    }
}
