package dev.wakit.campaign.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.SenderPool;
import dev.wakit.provider.ProviderId;
import java.time.Duration;

/** The stored text form of a pool of senders. */
final class PoolCodec {

    private PoolCodec() {}

    static void write(ObjectNode node, SenderPool pool) {
        var senders = node.putArray("senders");
        pool.senders()
                .forEach(sender -> senders.addObject()
                        .put("provider", sender.provider().value())
                        .put("sender", sender.sender().value())
                        .put("weight", sender.weight()));
        pool.failoverAfter().ifPresent(after -> node.put("failoverAfterMs", after.toMillis()));
    }

    static SenderPool read(JsonNode node) {
        SenderPool.Builder pool = SenderPool.builder();
        node.path("senders")
                .forEach(sender -> pool.add(
                        new ProviderId(sender.path("provider").asText()),
                        new SenderId(sender.path("sender").asText()),
                        sender.path("weight").asInt()));
        return node.has("failoverAfterMs")
                ? pool.failoverAfter(
                                Duration.ofMillis(node.path("failoverAfterMs").asLong()))
                        .build()
                : pool.neverFailOver().build();
    }
}
