package dev.wakit.benchmarks.dispatch;

import dev.wakit.benchmarks.measure.Settings;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asynchronous OkHttp and nothing else: no row is read or written. What everything else is compared with. */
final class BareOkHttp implements Dispatcher {

    private final PeerHttp http;
    private final int inFlight;
    private long first;
    private int prepared;

    BareOkHttp(Settings settings) {
        this.inFlight = settings.number("inFlight");
        this.http = new PeerHttp(settings, inFlight);
    }

    @Override
    public void prepare(int messages) {
        first += prepared;
        prepared = messages;
    }

    @Override
    public int dispatch() throws Exception {
        var loop = new Loop(first, prepared);
        for (int i = 0; i < Math.min(inFlight, prepared); i++) {
            loop.next();
        }
        loop.done.await();
        Throwable failure = loop.failure.get();
        if (failure != null) {
            throw new IOException("A request failed.", failure);
        }
        return prepared;
    }

    @Override
    public void close() {
        http.close();
    }

    /** Each answer begins the next request. */
    private final class Loop implements Callback {

        private final long from;
        private final int messages;
        private final AtomicInteger begun = new AtomicInteger();
        private final CountDownLatch done;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Loop(long from, int messages) {
            this.from = from;
            this.messages = messages;
            this.done = new CountDownLatch(messages);
        }

        void next() {
            int n = begun.getAndIncrement();
            if (n < messages) {
                http.call(from + n, People.phone(from + n).substring(1)).enqueue(this);
            }
        }

        @Override
        public void onResponse(Call call, Response response) throws IOException {
            try (response) {
                PeerHttp.messageId(response);
            }
            next();
            done.countDown();
        }

        @Override
        public void onFailure(Call call, IOException e) {
            failure.compareAndSet(null, e);
            while (done.getCount() > 0) {
                done.countDown();
            }
        }
    }
}
