package dev.wakit.provider.meta.conformance;

import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.provider.meta.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * An example that was played over HTTP.
 *
 * @param example the example
 * @param calls what went over the wire
 * @param failure what the facade or the assertions of the example threw
 */
record Recording(CallExample example, List<RecordedCall> calls, Optional<Throwable> failure) {

    static final String ACCOUNT = "102290129340398";
    static final String PORTFOLIO = "506914307656634";
    static final String APP = "1234567890123456";
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    static Recording of(CallExample example, OpenApiDocument document, WatchedFacades.Called called) throws Exception {
        try (var server = new MockWebServer()) {
            server.start();
            for (Answer answer : example.answers()) {
                server.enqueue(new MockResponse.Builder()
                        .body(answer.body(document, Requests.address(server).toString()))
                        .build());
            }
            Optional<Throwable> failure = Optional.empty();
            try (MetaProvider provider = Requests.provider(server)
                    .businessAccountId(ACCOUNT)
                    .portfolioId(PORTFOLIO)
                    .appId(APP)
                    .clock(() -> NOW)
                    .build()) {
                example.act().accept(new WatchedFacades(provider, called));
            } catch (RuntimeException | AssertionError thrown) {
                failure = Optional.of(thrown);
            }
            return new Recording(example, calls(example, server), failure);
        }
    }

    private static List<RecordedCall> calls(CallExample example, MockWebServer server) throws InterruptedException {
        var calls = new ArrayList<RecordedCall>();
        for (int i = 0; i < server.getRequestCount(); i++) {
            RecordedRequest request = server.takeRequest(60, TimeUnit.SECONDS);
            if (request != null) {
                RecordedCall call = RecordedCall.of(example.name(), request);
                calls.add(
                        i < example.answers().size()
                                ? call.as(example.answers().get(i).operation())
                                : call);
            }
        }
        return List.copyOf(calls);
    }

    @Override
    public String toString() {
        return example.name();
    }
}
