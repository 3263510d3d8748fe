package dev.wakit.testkit.meta.internal.webhook;

import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.internal.Front;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import java.util.Map;

/** Meta itself: requests come straight in, and webhooks are signed with the app secret. Thread-safe. */
public final class MetaFront implements Front {

    private final Signature signature;

    public MetaFront(String appSecret) {
        this.signature = new Signature(appSecret);
    }

    @Override
    public Endpoint before(Endpoint graph, MetaSimulator simulator) {
        return graph;
    }

    @Override
    public Map<String, String> webhookHeaders(byte[] body) {
        return Map.of("User-Agent", "facebookexternalua", "X-Hub-Signature-256", "sha256=" + signature.of(body));
    }
}
