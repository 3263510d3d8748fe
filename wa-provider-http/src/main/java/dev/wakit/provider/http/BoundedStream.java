package dev.wakit.provider.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A download that fails when more bytes come than were asked for at most. */
final class BoundedStream extends FilterInputStream {

    private final long maxBytes;
    private long count;

    BoundedStream(InputStream content, long maxBytes) {
        super(content);
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        counted(skipped);
        return skipped;
    }

    private void counted(long more) throws IOException {
        count += more;
        if (count > maxBytes) {
            throw new IOException("The download has more than the " + maxBytes + " bytes that were asked for at most.");
        }
    }
}
