package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.meta.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** One download: follows redirects itself, so that each host is checked before it sees the token. */
final class MediaFetch {

    private static final int MOST_REDIRECTS = 5;

    private final OkHttpClient client;
    private final MediaHosts hosts;
    private final String accessToken;
    private final String userAgent;

    MediaFetch(OkHttpClient client, MediaHosts hosts, String accessToken, String userAgent) {
        this.client = client;
        this.hosts = hosts;
        this.accessToken = accessToken;
        this.userAgent = userAgent;
    }

    MediaAnswer fetch(URI address, boolean closed) {
        var progress = new CallProgress();
        if (closed) {
            return new MediaAnswer.Failed(progress.broken(new IOException("closed"), true));
        }
        Optional<HttpUrl> next = Optional.ofNullable(HttpUrl.get(address));
        int status = 0;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            if (next.filter(hosts::trusts).isEmpty()) {
                return new MediaAnswer.Foreign(next.map(HttpUrl::host).orElse("(none)"));
            }
            HttpUrl url = next.get();
            Response response;
            try {
                response = client.newCall(request(url, progress)).execute();
            } catch (IOException failure) {
                return new MediaAnswer.Failed(progress.broken(failure, false));
            }
            if (!response.isRedirect()) {
                return answer(response);
            }
            next = Optional.ofNullable(response.header("Location")).map(url::resolve);
            status = response.code();
            response.close();
        }
        return new MediaAnswer.Failed(new GraphAnswer.Response(status, Optional.empty()));
    }

    private Request request(HttpUrl url, CallProgress progress) {
        return new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer " + accessToken)
                .header("User-Agent", userAgent)
                .tag(CallProgress.class, progress)
                .build();
    }

    private static MediaAnswer answer(Response response) {
        if (response.isSuccessful()) {
            var type = Optional.ofNullable(response.header("Content-Type")).orElse("");
            return new MediaAnswer.Content(
                    type, response.body().contentLength(), response.body().byteStream());
        }
        try (response) {
            return new MediaAnswer.Failed(new GraphAnswer.Response(
                    response.code(), GraphTransport.body(response.body().source(), Json.MAX_BYTES)));
        }
    }
}
