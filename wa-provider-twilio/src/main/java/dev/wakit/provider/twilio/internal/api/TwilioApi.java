package dev.wakit.provider.twilio.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wakit.WhatsAppException;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.provider.http.HttpAnswer;
import dev.wakit.provider.http.HttpBody;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.HttpDownload;
import dev.wakit.provider.http.HttpTransport;
import dev.wakit.provider.http.ReadRetry;
import dev.wakit.provider.http.RequestUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Calls with the credentials of the account.
 *
 * <p>A call that reads is repeated up to twice when the fault may pass; one that changes something is made once, because its answer
 * may have been lost after it was done. Thread-safe.
 */
public final class TwilioApi {

    private static final int MAX_SEND_ANSWER = 1024 * 1024;

    private final HttpTransport transport;
    private final TwilioHosts hosts;
    private final Refusals refusals;
    private final ReadRetry retry;
    private volatile String authorization;

    /**
     * Calls.
     *
     * @param authorization the value of the header
     * @param firstWait about how long to wait before a read is repeated
     */
    public TwilioApi(
            HttpTransport transport, TwilioHosts hosts, String authorization, ErrorPolicy errors, Duration firstWait) {
        this.transport = transport;
        this.hosts = hosts;
        this.authorization = authorization;
        this.refusals = new Refusals(errors);
        this.retry = ReadRetry.of("twilio", ReadRetry::isServerFault, firstWait);
    }

    /** Where things are. */
    public TwilioHosts hosts() {
        return hosts;
    }

    /** Calls that are built from now on carry this. */
    public void authorize(String header) {
        authorization = header;
    }

    /** Posts a message, once; the future always completes normally. */
    public CompletableFuture<HttpAnswer> send(List<Map.Entry<String, String>> form) {
        return transport.send(call(HttpCall.Method.POST, hosts.messages(), HttpBody.form(form))
                .maxAnswerBytes(MAX_SEND_ANSWER));
    }

    /** The answer to a read as it is; repeated while the fault may pass. */
    public HttpAnswer read(RequestUrl url) {
        return retry.read(() -> transport.execute(call(HttpCall.Method.GET, url, HttpBody.none())));
    }

    /**
     * Reads.
     *
     * @throws WhatsAppException by what the caller can do about it
     */
    public JsonNode get(RequestUrl url) {
        return json(true, read(url));
    }

    /** Reads what may not be there; empty if the account has no such thing. Throws as {@link #get} does. */
    public Optional<JsonNode> find(RequestUrl url) {
        HttpAnswer answer = read(url);
        return Refusals.isAbsence(answer) ? Optional.empty() : Optional.of(json(true, answer));
    }

    /**
     * Changes something, once.
     *
     * @throws WhatsAppException by what the caller can do about it; after a {@link dev.wakit.OutcomeUnknownException} it may have
     *     been done
     */
    public JsonNode change(HttpCall.Method method, RequestUrl url, HttpBody body) {
        return json(false, transport.execute(call(method, url, body)));
    }

    /** Removes something, once; whether it was there. Throws as {@link #change} does. */
    public boolean delete(RequestUrl url) {
        HttpAnswer answer = transport.execute(call(HttpCall.Method.DELETE, url, HttpBody.none()));
        if (Refusals.isAbsence(answer)) {
            return false;
        }
        if (answer instanceof HttpAnswer.Response response && response.isSuccess()) {
            return true;
        }
        throw refusals.exception(false, answer);
    }

    /** Begins to download a file of the account; see {@link FileAccess}. */
    public HttpDownload fetch(RequestUrl url) {
        return transport.fetch(url.uri(), new FileAccess(hosts.api(), authorization));
    }

    /** The exception for a read that failed. */
    public WhatsAppException refusal(HttpAnswer answer) {
        return refusals.exception(true, answer);
    }

    private HttpCall call(HttpCall.Method method, RequestUrl url, HttpBody body) {
        return HttpCall.of(method, url.uri(), body).header("Authorization", authorization);
    }

    private JsonNode json(boolean read, HttpAnswer answer) {
        if (answer instanceof HttpAnswer.Response response && response.isSuccess()) {
            return response.json().orElseThrow(() -> refusals.exception(read, answer));
        }
        throw refusals.exception(read, answer);
    }
}
