package dev.wakit.provider.http;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One download: follows redirects itself, so that each address is checked before it sees credentials. */
final class Download {

    private static final int MOST_REDIRECTS = 5;

    private final OkHttpClient client;
    private final DownloadAccess access;

    Download(OkHttpClient client, DownloadAccess access) {
        this.client = client;
        this.access = access;
    }

    HttpDownload begin(URI address, boolean closed) {
        var progress = new CallProgress();
        if (closed) {
            return new HttpDownload.Failed(progress.broken(new IOException("closed"), true));
        }
        Optional<HttpUrl> next = Optional.ofNullable(HttpUrl.get(address));
        HttpAnswer last = HttpAnswer.Response.of(0, new byte[0]);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<Map<String, String>> headers = next.map(HttpUrl::uri).flatMap(access::headersFor);
            if (headers.isEmpty()) {
                return new HttpDownload.Foreign(next.map(HttpUrl::host).orElse("(none)"));
            }
            HttpUrl url = next.get();
            Response response;
            try {
                response = client.newCall(request(url, headers.get(), progress)).execute();
            } catch (IOException failure) {
                return new HttpDownload.Failed(progress.broken(failure, false));
            }
            if (!response.isRedirect()) {
                return answer(response, progress);
            }
            next = Optional.ofNullable(response.header("Location")).map(url::resolve);
            try (response) {
                last = HttpTransport.read(response, progress, Json.MAX_BYTES);
            }
        }
        return new HttpDownload.Failed(last);
    }

    private static Request request(HttpUrl url, Map<String, String> headers, CallProgress progress) {
        var request = new Request.Builder()
                .url(url)
                .header("User-Agent", HttpTransport.USER_AGENT)
                .tag(CallProgress.class, progress);
        headers.forEach(request::header);
        return request.build();
    }

    private static HttpDownload answer(Response response, CallProgress progress) {
        if (response.isSuccessful()) {
            var type = Optional.ofNullable(response.header("Content-Type")).orElse("");
            return new HttpDownload.Content(
                    type, response.body().contentLength(), response.body().byteStream());
        }
        return new HttpDownload.Failed(HttpTransport.read(response, progress, Json.MAX_BYTES));
    }
}
