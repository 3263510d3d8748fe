package dev.wakit.testkit.twilio.internal.callback;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where public addresses really lead, as a reverse proxy or a tunnel would lead them. Thread-safe. */
public final class Tunnels {

    private final Map<String, String> targets = new ConcurrentHashMap<>();

    public Tunnels(Map<URI, URI> tunnels) {
        tunnels.forEach(this::add);
    }

    public void add(URI publicAddress, URI target) {
        targets.put(publicAddress.toString(), target.toString());
    }

    URI resolve(String address) {
        return targets.entrySet().stream()
                .filter(tunnel -> address.startsWith(tunnel.getKey()))
                .findFirst()
                .map(tunnel -> URI.create(
                        tunnel.getValue() + address.substring(tunnel.getKey().length())))
                .orElseGet(() -> URI.create(address));
    }
}
