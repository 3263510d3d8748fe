package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.measure.Settings;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The HTTP client of every way that is written in Java, WaKit's included: OkHttp, with as many connections as requests. */
final class PeerHttp implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final String ID = "\"id\":\"";

    private final OkHttpClient client;
    private final String url;

    PeerHttp(Settings settings, int inFlight) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(inFlight);
        dispatcher.setMaxRequestsPerHost(inFlight);
        this.client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(inFlight, 1, TimeUnit.MINUTES))
                .retryOnConnectionFailure(false)
                .build();
        this.url = settings.text("bsp") + "/v25.0/1/messages";
    }

    /** A call that sends the n-th person's message. */
    Call call(long n, String phone) {
        return client.newCall(new Request.Builder()
                .url(url)
                .header("Authorization", "Bearer benchmark")
                .post(RequestBody.create(People.request(n, phone), JSON))
                .build());
    }

    /** Sends the n-th person's message and waits for its id. */
    String send(long n, String phone) throws IOException {
        try (Response response = call(n, phone).execute()) {
            return messageId(response);
        }
    }

    /** The message id that an answer names. */
    static String messageId(Response response) throws IOException {
        String body = response.body().string();
        int from = body.indexOf(ID);
        if (!response.isSuccessful() || from < 0) {
            throw new IOException("The BSP answered with " + response.code());
        }
        return body.substring(from + ID.length(), body.indexOf('"', from + ID.length()));
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
