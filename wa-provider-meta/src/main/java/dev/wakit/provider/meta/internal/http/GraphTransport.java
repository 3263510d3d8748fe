package dev.wakit.provider.meta.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.provider.meta.ApiUsage;
import dev.wakit.provider.meta.internal.http.CallProgress.SlotTimeoutException;
import dev.wakit.provider.meta.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Requests to the Graph API over OkHttp, which is told in every way it knows not to repeat or redirect one.
 *
 * <p>Thread-safe.
 */
public final class GraphTransport implements AutoCloseable {

    private static final String USER_AGENT = "wakit/0.1.0";
    private static final int MAX_SEND_ANSWER = 1024 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final int PING_SECONDS = 10;

    private final HttpUrl root;
    private final HttpUrl apiRoot;
    private final OkHttpClient client;
    private final OkHttpClient transfers;
    private final Optional<String> proofSecret;
    private final UsageBoard usage;
    private final MediaHosts mediaHosts;
    private volatile Credentials credentials;
    private volatile boolean closed;

    private GraphTransport(TransportSettings settings, OkHttpClient client, InstantSource clock) {
        this.proofSecret = settings.proofSecret();
        this.credentials = Credentials.of(settings.accessToken(), proofSecret);
        this.usage = new UsageBoard(clock);
        this.apiRoot = Objects.requireNonNull(HttpUrl.get(settings.apiBase()), "apiBase");
        this.root = Objects.requireNonNull(HttpUrl.get(settings.base()), "base")
                .newBuilder()
                .addPathSegment(settings.version())
                .build();
        this.mediaHosts = new MediaHosts(Objects.requireNonNull(HttpUrl.get(settings.base()), "base"));
        this.client = client;
        this.transfers = client.newBuilder()
                .callTimeout(settings.transferTimeout())
                .readTimeout(settings.transferTimeout())
                .writeTimeout(settings.transferTimeout())
                .build();
    }

    /** A transport; nothing is connected until it is used. */
    public static GraphTransport create(TransportSettings settings, InstantSource clock) {
        return create(settings, clock, builder -> {});
    }

    /** For tests that need another protocol or resolver. */
    static GraphTransport create(
            TransportSettings settings, InstantSource clock, Consumer<OkHttpClient.Builder> changes) {
        var dispatcher = new Dispatcher(threads());
        dispatcher.setMaxRequests(settings.maxInFlight());
        dispatcher.setMaxRequestsPerHost(settings.maxInFlight());
        var builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(settings.maxInFlight(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectTimeout(settings.connectTimeout())
                // The call timeout bounds everything; a shorter read timeout would only make more answers ambiguous.
                .readTimeout(settings.totalTimeout())
                .writeTimeout(settings.totalTimeout())
                .callTimeout(settings.totalTimeout())
                // Finds a dead HTTP/2 connection before every send on it has to run into its time limit.
                .pingInterval(PING_SECONDS, TimeUnit.SECONDS)
                .eventListenerFactory(GraphTransport::progressOf)
                // OkHttp repeats any request but a one-shot body when a 503 asks for it at once; a DELETE has no body.
                .addNetworkInterceptor(chain -> chain.proceed(chain.request())
                        .newBuilder()
                        .removeHeader("Retry-After")
                        .build())
                .addInterceptor(chain -> {
                    // Without this a call that waited for minutes in the queue would still be sent.
                    if (progressOf(chain.call()).age().compareTo(settings.totalTimeout()) > 0) {
                        throw new SlotTimeoutException();
                    }
                    return chain.proceed(chain.request());
                });
        settings.proxies().ifPresent(builder::proxySelector);
        changes.accept(builder);
        return new GraphTransport(settings, builder.build(), clock);
    }

    private static ExecutorService threads() {
        var number = new AtomicInteger();
        // No bound here: the dispatcher bounds the calls, and hands a slot over before the thread that held it is idle
        // again.
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    var thread = new Thread(task, "wakit-meta-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    static CallProgress progressOf(Call call) {
        return Objects.requireNonNull(call.request().tag(CallProgress.class), "progress");
    }

    /** Posts JSON once; the future always completes normally. */
    public CompletableFuture<GraphAnswer> post(GraphRequest request, byte[] json) {
        var progress = new CallProgress();
        if (closed) {
            return CompletableFuture.completedFuture(progress.broken(new IOException("closed"), true));
        }
        var future = new CompletableFuture<GraphAnswer>();
        Call call = client.newCall(build(root.newBuilder(), request, progress)
                .post(new OneShotBody(json))
                .build());
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException failure) {
                future.complete(progress.broken(failure, closed));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try {
                    future.complete(read(response, MAX_SEND_ANSWER));
                } finally {
                    // A root of a thread: whatever went wrong above, somebody waits for this future.
                    future.complete(new GraphAnswer.Response(response.code(), Optional.empty()));
                }
            }
        });
        return future;
    }

    /** Requests that are built from now on carry this token. */
    public void replaceAccessToken(String token) {
        credentials = Credentials.of(token, proofSecret);
    }

    /** The token that requests carry now. */
    public String accessToken() {
        return credentials.accessToken();
    }

    /** Begins to download from an address that Meta gave; the token goes to Meta's hosts of media only. */
    public MediaAnswer fetch(URI url) {
        return new MediaFetch(transfers, mediaHosts, credentials.accessToken(), USER_AGENT).fetch(url, closed);
    }

    /** What Meta last said about the budget of management calls. */
    public Optional<ApiUsage> usage() {
        return usage.last();
    }

    /** Makes a management call once, blocking. */
    public GraphAnswer execute(GraphCall call) {
        var progress = new CallProgress();
        if (closed) {
            return progress.broken(new IOException("closed"), true);
        }
        HttpUrl.Builder url = (call.host() == GraphCall.Host.GRAPH ? root : apiRoot).newBuilder();
        Request.Builder request = build(url, call.target(), progress);
        call.body()
                .filter(GraphBody.Raw.class::isInstance)
                .map(GraphBody.Raw.class::cast)
                .ifPresent(raw -> raw.headers().forEach(request::header));
        Optional<RequestBody> body = call.body().map(RequestBodies::of);
        request.method(
                call.method().name(),
                call.method() == GraphCall.Method.POST ? body.orElseGet(RequestBodies::empty) : body.orElse(null));
        boolean carriesFile = call.body()
                .filter(carried -> !(carried instanceof GraphBody.Document))
                .isPresent();
        try {
            return read(
                    (carriesFile ? transfers : client).newCall(request.build()).execute(), Json.MAX_BYTES);
        } catch (IOException failure) {
            return progress.broken(failure, closed);
        }
    }

    private Request.Builder build(HttpUrl.Builder url, GraphRequest request, CallProgress progress) {
        Credentials current = credentials;
        request.path().forEach(url::addPathSegment);
        request.query().forEach(url::addQueryParameter);
        current.proof().ifPresent(proof -> url.addQueryParameter("appsecret_proof", proof));
        return new Request.Builder()
                .url(url.build())
                .header("Authorization", (request.isUpload() ? "OAuth " : "Bearer ") + current.accessToken())
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json")
                .tag(CallProgress.class, progress);
    }

    private GraphAnswer read(Response response, int limit) {
        try (response) {
            usage.read(response.headers());
            return new GraphAnswer.Response(
                    response.code(), body(response.body().source(), limit));
        }
    }

    static Optional<JsonNode> body(BufferedSource source, int limit) {
        try {
            boolean tooLong = source.request(limit + 1L);
            return tooLong ? Optional.empty() : Json.parse(source.readByteArray());
        } catch (IOException cutOff) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
