package dev.wakit.provider.http;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Bytes that can be written once, so that no layer below can repeat a request that changes something. */
final class OneShotBody extends RequestBody {

    private final @Nullable MediaType type;
    private final byte[] bytes;
    private final AtomicBoolean written = new AtomicBoolean();

    OneShotBody(@Nullable MediaType type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    @Override
    public @Nullable MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        if (written.getAndSet(true)) {
            throw new IOException("A request that changes something is never repeated");
        }
        sink.write(bytes);
    }
}
