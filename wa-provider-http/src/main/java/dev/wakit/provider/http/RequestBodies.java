package dev.wakit.provider.http;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** Bodies as OkHttp writes them: each once, files without loading them whole. */
final class RequestBodies {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private RequestBodies() {}

    static RequestBody of(HttpBody body) {
        if (body instanceof HttpBody.Document document) {
            return new OneShotBody(JSON, document.json());
        }
        if (body instanceof HttpBody.Form form) {
            return new OneShotBody(FORM, encoded(form).getBytes(StandardCharsets.US_ASCII));
        }
        if (body instanceof HttpBody.Multipart form) {
            var parts = new MultipartBody.Builder().setType(MultipartBody.FORM);
            form.fields().forEach(field -> parts.addFormDataPart(field.getKey(), field.getValue()));
            return parts.addFormDataPart(form.name(), safe(form.file().fileName()), new StreamedBody(form.file()))
                    .build();
        }
        if (body instanceof HttpBody.Raw raw) {
            return new StreamedBody(raw.file());
        }
        return new OneShotBody(null, new byte[0]);
    }

    private static String encoded(HttpBody.Form form) {
        return form.fields().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    // A line break or a quotation mark in a header of a part could begin another part.
    private static String safe(String fileName) {
        return fileName.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
    }

    private static final class StreamedBody extends RequestBody {

        private final HttpBody.File file;

        StreamedBody(HttpBody.File file) {
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
