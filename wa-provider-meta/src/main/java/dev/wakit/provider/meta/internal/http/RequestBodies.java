package dev.wakit.provider.meta.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Bodies as OkHttp writes them: each once, files without loading them whole. */
final class RequestBodies {

    private RequestBodies() {}

    static RequestBody of(GraphBody body) {
        if (body instanceof GraphBody.Document document) {
            return new OneShotBody(document.json());
        }
        if (body instanceof GraphBody.Form form) {
            var parts = new MultipartBody.Builder().setType(MultipartBody.FORM);
            form.fields().forEach(field -> parts.addFormDataPart(field.getKey(), field.getValue()));
            return parts.addFormDataPart(form.name(), safe(form.file().fileName()), new StreamedBody(form.file()))
                    .build();
        }
        return new StreamedBody(((GraphBody.Raw) body).file());
    }

    /** A body for a POST that has none. */
    static RequestBody empty() {
        return new OneShotBody(new byte[0]);
    }

    // A line break or a quotation mark in a header of a part could begin another part.
    private static String safe(String fileName) {
        return fileName.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    }

    private static final class StreamedBody extends RequestBody {

        private final GraphBody.File file;

        StreamedBody(GraphBody.File file) {
            this.file = file;
        }

        @Override
        public @Nullable MediaType contentType() {
            return MediaType.parse(file.mimeType());
        }

        @Override
        public long contentLength() {
            return file.length();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (Source source = Okio.source(file.content().open())) {
                long written = sink.writeAll(source);
                if (file.length() >= 0 && written != file.length()) {
                    throw new IOException("The file has " + written + " bytes, not " + file.length());
                }
            }
        }
    }
}
