package dev.wakit.provider.http;

import dev.wakit.provider.TransportFailure.Kind;
import dev.wakit.provider.http.CallProgress.SlotTimeoutException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Requests over OkHttp, which is told in every way it knows not to repeat or redirect one.
 *
 * <p>Connections are kept and used again, with HTTP/2 where the host speaks it. Thread-safe; nothing is connected before the first
 * request.
 *
 * @since 0.1
 */
public final class HttpTransport implements AutoCloseable {

    static final String USER_AGENT = "wakit/0.1.0";

    private static final String RETRY_AFTER = "Retry-After";
    private static final int KEEP_ALIVE_SECONDS = 60;
    private static final int PING_SECONDS = 10;

    private final CallThreads threads;
    private final OkHttpClient client;
    private final OkHttpClient transfers;
    private volatile boolean closed;

    private HttpTransport(HttpSettings settings, OkHttpClient client) {
        this.threads = new CallThreads("wakit-" + settings.name() + "-", settings.maxInFlight());
        this.client = client;
        this.transfers = client.newBuilder()
                .callTimeout(settings.transferTimeout())
                .readTimeout(settings.transferTimeout())
                .writeTimeout(settings.transferTimeout())
                .build();
    }

    /** A transport; nothing is connected until it is used. */
    public static HttpTransport create(HttpSettings settings) {
        return create(settings, builder -> {});
    }

    /** For tests that need another protocol or resolver. */
    static HttpTransport create(HttpSettings settings, Consumer<OkHttpClient.Builder> changes) {
        var builder = new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(settings.maxInFlight(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .connectTimeout(settings.connectTimeout())
                // The call timeout bounds everything. A read timeout would only make more answers ambiguous, and make
                // each read cost two calls of the system more.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(settings.totalTimeout())
                // Finds a dead HTTP/2 connection before every send on it has to run into its time limit.
                .pingInterval(PING_SECONDS, TimeUnit.SECONDS)
                .eventListenerFactory(HttpTransport::progressOf)
                // OkHttp repeats any request but a one-shot body when a 503 asks for it at once; a DELETE has no body.
                .addNetworkInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    String retryAfter = response.header(RETRY_AFTER);
                    progressOf(chain.call()).retryAfter(retryAfter);
                    return retryAfter == null
                            ? response
                            : response.newBuilder().removeHeader(RETRY_AFTER).build();
                })
                .addInterceptor(chain -> {
                    // Without this a call that waited for minutes in the queue would still be sent.
                    if (progressOf(chain.call()).age().compareTo(settings.totalTimeout()) > 0) {
                        throw new SlotTimeoutException();
                    }
                    return chain.proceed(chain.request());
                });
        settings.proxies().ifPresent(builder::proxySelector);
        changes.accept(builder);
        return new HttpTransport(settings, builder.build());
    }

    private static CallProgress progressOf(Call call) {
        return Objects.requireNonNull(call.request().tag(CallProgress.class), "progress");
    }

    /**
     * Makes a call exactly once, without blocking: the way of everything that sends a message.
     *
     * <p>With {@code maxInFlight} calls on the wire it waits for a slot, for as long as the total timeout; after that it is answered
     * as not begun.
     *
     * @return always completes normally, on a thread of the transport; do not block there
     * @throws IllegalArgumentException if the call cannot be written as HTTP, such as a header with a line break; nothing was sent
     */
    public CompletableFuture<HttpAnswer> send(HttpCall call) {
        var progress = new CallProgress();
        Request request = request(call, progress);
        var future = new CompletableFuture<HttpAnswer>();
        try {
            threads.run(() -> {
                try {
                    future.complete(answer(call, request, progress));
                } finally {
                    // A root of a thread: whatever went wrong above, somebody waits for this future.
                    if (!future.isDone()) {
                        future.complete(progress.broken(new IOException("unexpected"), false));
                    }
                }
            });
        } catch (RejectedExecutionException closing) {
            future.complete(progress.broken(new IOException("closed"), true));
        }
        return future;
    }

    /**
     * Makes a call exactly once, blocking; not counted against {@code maxInFlight}.
     *
     * @throws IllegalArgumentException as {@link #send} does
     */
    public HttpAnswer execute(HttpCall call) {
        var progress = new CallProgress();
        return answer(call, request(call, progress), progress);
    }

    private HttpAnswer answer(HttpCall call, Request request, CallProgress progress) {
        if (closed) {
            return progress.broken(new IOException("closed"), true);
        }
        Call begun = client(call).newCall(request);
        boolean isOver = false;
        try {
            HttpAnswer answer = read(begun.execute(), progress, call.maxAnswerBytes());
            isOver = true;
            return answer;
        } catch (IOException failure) {
            isOver = true;
            return broken(progress, failure);
        } finally {
            if (!isOver) {
                begun.cancel();
            }
        }
    }

    // A host that gives up one kept connection mostly gave up all of them, and OkHttp does not look at those
    // that it used within ten seconds: without this each of them costs a request whose outcome nobody knows.
    private HttpAnswer.Broken broken(CallProgress progress, IOException failure) {
        HttpAnswer.Broken answer = progress.broken(failure, closed);
        if (answer.failure().kind() == Kind.CONNECTION_LOST) {
            client.connectionPool().evictAll();
        }
        return answer;
    }

    /**
     * Begins to download; follows up to five redirects, each of which is checked first.
     *
     * @param url from where
     * @param access where it may go, and with which headers
     */
    public HttpDownload fetch(URI url, DownloadAccess access) {
        return new Download(transfers, access).begin(url, closed);
    }

    private OkHttpClient client(HttpCall call) {
        boolean carriesFile = call.body() instanceof HttpBody.Multipart || call.body() instanceof HttpBody.Raw;
        return carriesFile ? transfers : client;
    }

    private static Request request(HttpCall call, CallProgress progress) {
        var request = new Request.Builder()
                .url(call.target())
                .header("User-Agent", USER_AGENT)
                .header("Accept", "application/json")
                .tag(CallProgress.class, progress);
        call.headers().forEach(request::header);
        boolean bare = call.body() instanceof HttpBody.None
                && (call.method() == HttpCall.Method.GET || call.method() == HttpCall.Method.DELETE);
        return request.method(call.method().name(), bare ? null : RequestBodies.of(call.body()))
                .build();
    }

    static HttpAnswer.Response read(Response response, CallProgress progress, int limit) {
        try (response) {
            return new HttpAnswer.Response(
                    response.code(),
                    headers(response, progress),
                    body(response.body().source(), limit));
        }
    }

    private static ResponseHeaders headers(Response response, CallProgress progress) {
        String retryAfter = progress.retryAfter();
        Headers headers = response.headers();
        return new ResponseHeaders(
                retryAfter == null
                        ? headers
                        : headers.newBuilder().set(RETRY_AFTER, retryAfter).build());
    }

    private static ResponseBody body(BufferedSource source, int limit) {
        try {
            boolean tooLong = source.request(limit + 1L);
            return tooLong ? ResponseBody.unreadable() : ResponseBody.of(source.readByteArray());
        } catch (IOException cutOff) {
            return ResponseBody.unreadable();
        }
    }

    /** Ends it: calls that were not begun are answered as not sent, those on the wire go on to their end. */
    @Override
    public void close() {
        closed = true;
        threads.close();
        client.connectionPool().evictAll();
    }
}
