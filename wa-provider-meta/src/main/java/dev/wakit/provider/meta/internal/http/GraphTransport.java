package dev.wakit.provider.meta.internal.http;

import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.HttpCall.Method;
import dev.wakit.provider.http.HttpDownload;
import dev.wakit.provider.http.HttpTransport;
import dev.wakit.provider.http.RequestUrl;
import dev.wakit.provider.meta.ApiUsage;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests to the Graph API: below the version of the day, with the token and the proof of the moment.
 *
 * <p>Thread-safe.
 */
public final class GraphTransport implements CloudTransport, AutoCloseable {

    static final int MAX_SEND_ANSWER = 1024 * 1024;
    private static final int MAX_POSTS = 1_000;
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    private final RequestUrl root;
    private final RequestUrl apiRoot;
    private final HttpTransport http;
    private final Optional<String> proofSecret;
    private final UsageBoard usage;
    private final MediaHosts mediaHosts;
    private volatile Access access;

    private GraphTransport(TransportSettings settings, HttpTransport http, InstantSource clock) {
        this.proofSecret = settings.proofSecret();
        this.access = new Access(Credentials.of(settings.accessToken(), proofSecret));
        this.usage = new UsageBoard(clock);
        this.apiRoot = RequestUrl.of(settings.apiBase());
        this.root = RequestUrl.of(settings.base()).path(settings.version());
        this.mediaHosts = new MediaHosts(settings.base());
        this.http = http;
    }

    /** A transport; nothing is connected until it is used. */
    public static GraphTransport create(TransportSettings settings, InstantSource clock) {
        return new GraphTransport(settings, HttpTransport.create(settings.http()), clock);
    }

    @Override
    public String name() {
        return "Meta";
    }

    @Override
    public CompletableFuture<HttpAnswer> post(GraphRequest request, byte[] json) {
        return http.send(posted(request).body(HttpBody.json(json))).thenApply(this::told);
    }

    /** A post to be given its body. What a sender posts to is always the same, so it is built once. */
    private HttpCall posted(GraphRequest request) {
        Access current = access;
        HttpCall known = current.posts().get(request);
        if (known != null) {
            return known;
        }
        HttpCall built = call(Method.POST, root, request, HttpBody.json(new byte[0]), current.credentials())
                .maxAnswerBytes(MAX_SEND_ANSWER);
        if (current.posts().size() < MAX_POSTS) {
            current.posts().put(request, built);
        }
        return built;
    }

    /** Requests that are built from now on carry this token. */
    public void replaceAccessToken(String token) {
        access = new Access(Credentials.of(token, proofSecret));
    }

    /** The token that requests carry now. */
    public String accessToken() {
        return access.credentials().accessToken();
    }

    @Override
    public HttpDownload fetch(URI url) {
        Map<String, String> token =
                Map.of(AUTHORIZATION, BEARER + access.credentials().accessToken());
        return http.fetch(url, address -> Optional.of(token).filter(it -> mediaHosts.trusts(address)));
    }

    @Override
    public Optional<ApiUsage> usage() {
        return usage.last();
    }

    @Override
    public Optional<ApiUsage> catalogUsage() {
        return usage.catalogs();
    }

    @Override
    public HttpAnswer execute(GraphCall call) {
        RequestUrl below = call.host() == GraphCall.Host.GRAPH ? root : apiRoot;
        // Labelled as JSON although it is empty, like every other POST.
        HttpBody body = call.body()
                .orElseGet(() -> call.method() == Method.POST ? HttpBody.json(new byte[0]) : HttpBody.none());
        HttpCall ready = call(call.method(), below, call.target(), body, access.credentials());
        return told(http.execute(ready.headers(call.headers())));
    }

    private static HttpCall call(
            Method method, RequestUrl below, GraphRequest request, HttpBody body, Credentials current) {
        RequestUrl url = below.path(request.path()).query(request.query());
        RequestUrl proven = current.proof()
                .map(proof -> url.query("appsecret_proof", proof))
                .orElse(url);
        return HttpCall.of(method, proven, body)
                .header(AUTHORIZATION, (request.isUpload() ? "OAuth " : BEARER) + current.accessToken());
    }

    private HttpAnswer told(HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Response response) {
            usage.read(response.headers());
        }
        return answer;
    }

    @Override
    public void close() {
        http.close();
    }

    /** Credentials, and what was built with them. */
    private record Access(Credentials credentials, Map<GraphRequest, HttpCall> posts) {

        Access(Credentials credentials) {
            this(credentials, new ConcurrentHashMap<>());
        }

        @Override
        public String toString() {
            return "Access[hidden]";
        }
    }
}
