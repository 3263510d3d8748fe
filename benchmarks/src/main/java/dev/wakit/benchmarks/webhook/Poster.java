package dev.wakit.benchmarks.webhook;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Posts bodies over HTTP, each at its time, and keeps how long each waited for its 200. Used by one thread. */
final class Poster implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client;
    private final URI endpoint;

    Poster(URI endpoint, int connections) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(connections);
        dispatcher.setMaxRequestsPerHost(connections);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(connections, 1, TimeUnit.MINUTES))
                .retryOnConnectionFailure(false)
                .readTimeout(1, TimeUnit.MINUTES)
                .build();
        this.endpoint = endpoint;
    }

    /** How long answers took, in milliseconds. */
    record Waits(double median, double p99, double longest) {}

    /**
     * Posts all.
     *
     * @param statusesPerSecond how fast they come; 0 for as fast as they are answered
     * @throws IOException if one is not answered with 200
     */
    Waits post(List<Bodies.Body> bodies, int statusesPerSecond) throws IOException, InterruptedException {
        var waits = new long[bodies.size()];
        var answered = new CountDownLatch(bodies.size());
        var failure = new AtomicReference<@Nullable IOException>();
        long begun = System.nanoTime();
        long statuses = 0;
        for (int i = 0; i < waits.length && failure.get() == null; i++) {
            Bodies.Body body = bodies.get(i);
            long due = statusesPerSecond == 0
                    ? System.nanoTime()
                    : begun + statuses * TimeUnit.SECONDS.toNanos(1) / statusesPerSecond;
            statuses += body.statuses();
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            // A body that no connection is free for waits since it was due, not since it was posted.
            post(body, new Answer(waits, i, due, answered, failure));
        }
        IOException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        answered.await();
        failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        Arrays.sort(waits);
        return new Waits(millis(waits, 0.5), millis(waits, 0.99), millis(waits, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.ceil(sorted.length * share) - 1] / 1e6;
    }

    private void post(Bodies.Body body, Callback callback) {
        client.newCall(new Request.Builder()
                        .url(endpoint.toString())
                        .header("X-Hub-Signature-256", body.signature())
                        .post(RequestBody.create(body.bytes(), JSON))
                        .build())
                .enqueue(callback);
    }

    /** Keeps the time of one answer. */
    private record Answer(
            long[] waits,
            int index,
            long dueNanos,
            CountDownLatch answered,
            AtomicReference<@Nullable IOException> failure)
            implements Callback {

        @Override
        public void onResponse(Call call, Response response) {
            waits[index] = System.nanoTime() - dueNanos;
            if (response.code() != 200) {
                failure.compareAndSet(null, new IOException("A body was answered with " + response.code()));
            }
            response.close();
            answered.countDown();
        }

        @Override
        public void onFailure(Call call, IOException e) {
            failure.compareAndSet(null, e);
            answered.countDown();
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
