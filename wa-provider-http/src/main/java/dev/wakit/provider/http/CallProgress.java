package dev.wakit.provider.http;

import dev.wakit.provider.TransportFailure;
import dev.wakit.provider.TransportFailure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import org.jspecify.annotations.Nullable;

/** Watches one call, to tell afterwards whether bytes of the request may have left this machine. */
final class CallProgress extends EventListener {

    private final long createdNanos = System.nanoTime();
    private volatile boolean resolving;
    private volatile boolean securing;
    private volatile boolean requestBegun;
    private volatile @Nullable String retryAfter;

    /** How long ago the call was handed over. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - createdNanos);
    }

    /** Keeps the header that OkHttp must not see. */
    void retryAfter(@Nullable String header) {
        retryAfter = header;
    }

    @Nullable String retryAfter() {
        return retryAfter;
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        resolving = true;
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        resolving = false;
    }

    @Override
    public void secureConnectStart(Call call) {
        securing = true;
    }

    @Override
    public void secureConnectEnd(Call call, Handshake handshake) {
        securing = false;
    }

    @Override
    public void requestHeadersStart(Call call) {
        requestBegun = true;
    }

    /** What a failure of the call proves; texts of exceptions are left out, since they may hold anything. */
    HttpAnswer.Broken broken(IOException failure, boolean closed) {
        String name = failure.getClass().getSimpleName();
        if (requestBegun) {
            return failure instanceof InterruptedIOException
                    ? answer(Kind.TIMEOUT, "no answer in time after the request began to leave")
                    : answer(Kind.CONNECTION_LOST, "the connection broke after the request began to leave: " + name);
        }
        if (closed) {
            return answer(Kind.CLOSED, "the provider was closed");
        }
        if (failure instanceof SlotTimeoutException) {
            return answer(Kind.TIMEOUT, "no free slot in time; raise maxInFlight or send slower");
        }
        if (failure instanceof UnknownHostException || resolving) {
            return answer(Kind.DNS, "the host name did not resolve");
        }
        if (failure instanceof SSLException || securing) {
            return answer(Kind.TLS, "no secure connection: " + name);
        }
        return answer(Kind.CONNECT, "no connection: " + name);
    }

    private HttpAnswer.Broken answer(Kind kind, String detail) {
        return new HttpAnswer.Broken(requestBegun, TransportFailure.of(kind, detail));
    }

    /** A call waited in the queue until its time was over. */
    static final class SlotTimeoutException extends IOException {

        private static final long serialVersionUID = 1L;

        SlotTimeoutException() {
            super("No free slot in time");
        }
    }
}
