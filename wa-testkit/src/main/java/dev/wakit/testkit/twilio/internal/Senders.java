package dev.wakit.testkit.twilio.internal;

import java.util.List;
import java.util.Map;

/**
 * Who sends. Immutable.
 *
 * @param own the addresses of the account's WhatsApp senders, such as {@code whatsapp:+14155550100}
 * @param foreign the addresses that belong to another account
 * @param services the addresses in the pool of each Messaging Service, by SID
 */
public record Senders(List<String> own, List<String> foreign, Map<String, List<String>> services) {

    public Senders {
        own = List.copyOf(own);
        foreign = List.copyOf(foreign);
        services = Map.copyOf(services);
        if (own.isEmpty()) {
            throw new IllegalArgumentException("at least one sender is needed");
        }
    }

    /** Returns the sender that a service takes for a recipient: always the same. */
    public String of(String serviceSid, String recipient) {
        List<String> pool = services.getOrDefault(serviceSid, List.of());
        return pool.get(Math.floorMod(recipient.hashCode(), pool.size()));
    }
}
