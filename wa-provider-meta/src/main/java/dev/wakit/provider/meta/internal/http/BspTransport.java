package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.HttpDownload;
import dev.wakit.provider.http.HttpTransport;
import dev.wakit.provider.meta.ApiUsage;
import dev.wakit.provider.meta.cloud.CloudEndpoint;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Requests to a BSP, as its endpoint wants them. Thread-safe. */
public final class BspTransport implements CloudTransport {

    private final CloudEndpoint endpoint;
    private final HttpTransport http;

    public BspTransport(CloudEndpoint endpoint, HttpTransport http) {
        this.endpoint = endpoint;
        this.http = http;
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public CompletableFuture<HttpAnswer> post(GraphRequest request, byte[] json) {
        HttpCall call = endpoint.call(HttpCall.Method.POST, request.path(), request.query(), HttpBody.json(json));
        return http.send(call.maxAnswerBytes(GraphTransport.MAX_SEND_ANSWER)).thenApply(this::translated);
    }

    @Override
    public HttpAnswer execute(GraphCall call) {
        GraphRequest target = call.target();
        HttpCall request = endpoint.call(
                call.method(), target.path(), target.query(), call.body().orElseGet(HttpBody::none));
        return translated(http.execute(request.headers(call.headers())));
    }

    private HttpAnswer translated(HttpAnswer answer) {
        return answer instanceof HttpAnswer.Response response ? endpoint.inMetasWords(response) : answer;
    }

    @Override
    public HttpDownload fetch(URI url) {
        HttpDownload download = http.fetch(endpoint.mediaAddress(url), endpoint.mediaAccess());
        return download instanceof HttpDownload.Failed failed
                ? new HttpDownload.Failed(translated(failed.answer()))
                : download;
    }

    @Override
    public Optional<ApiUsage> usage() {
        return Optional.empty();
    }
}
