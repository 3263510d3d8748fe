package dev.wakit.testkit.dialog360.internal;

import dev.wakit.testkit.dialog360.Dialog360Refusal;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.internal.Front;
import dev.wakit.testkit.meta.internal.webhook.Signature;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** 360dialog before the Cloud API. Thread-safe. */
public final class Dialog360Front implements Front {

    private final String apiKey;
    private final Optional<Signature> signature;
    private final Queue<Dialog360Refusal> refusals = new ArrayDeque<>();
    private volatile String webhookUrl = "";
    private volatile Map<String, String> headers = Map.of();

    /**
     * A front.
     *
     * @param platformSecret what webhooks are signed with; empty for a number that belongs to no partner
     */
    public Dialog360Front(String apiKey, String platformSecret) {
        this.apiKey = apiKey;
        this.signature = Optional.of(platformSecret).filter(it -> !it.isEmpty()).map(Signature::new);
    }

    @Override
    public Endpoint before(Endpoint graph, MetaSimulator simulator) {
        return new Door(new Behind(graph, simulator), simulator, this);
    }

    @Override
    public Map<String, String> webhookHeaders(byte[] body) {
        var all = new HashMap<>(headers);
        signature.ifPresent(it -> all.put("x-360dialog-signature", it.of(body)));
        return all;
    }

    public String apiKey() {
        return apiKey;
    }

    /** Refuses the next requests. */
    public void refuseNext(int count, Dialog360Refusal refusal) {
        synchronized (refusals) {
            for (int i = 0; i < count; i++) {
                refusals.add(refusal);
            }
        }
    }

    Optional<Dialog360Refusal> nextRefusal() {
        synchronized (refusals) {
            return Optional.ofNullable(refusals.poll());
        }
    }

    /** Webhooks carry these headers from now on. */
    public void webhook(String url, Map<String, String> all) {
        webhookUrl = url;
        headers = Map.copyOf(all);
    }

    String webhookUrl() {
        return webhookUrl;
    }

    Map<String, String> webhookHeaders() {
        return headers;
    }
}
