package dev.wakit.campaign.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.campaign.guard.Guards;
import dev.wakit.campaign.guard.Settled;

/** The stored form of guards. */
final class GuardsCodec {

    private GuardsCodec() {}

    static void write(ObjectNode node, Guards guards, Settled forgiven) {
        node.put("sameErrorInARow", guards.sameErrorInARow())
                .put("maxFailureShare", guards.maxFailureShare())
                .put("minMessages", guards.minMessages())
                .put("onFailureShare", guards.onFailureShare().name())
                .put("pauseOnTemplate", guards.pauseOnTemplate())
                .put("pauseOnSender", guards.pauseOnSender())
                .put("forgivenFailed", forgiven.failed())
                .put("forgivenMessages", forgiven.messages());
    }

    /** Campaigns that were stored before there were guards have the usual ones. */
    static Guards readGuards(JsonNode node) {
        return node.isMissingNode()
                ? Guards.DEFAULT
                : new Guards(
                        node.path("sameErrorInARow").asInt(),
                        node.path("maxFailureShare").asDouble(),
                        node.path("minMessages").asInt(),
                        Guards.Action.valueOf(node.path("onFailureShare").asText()),
                        node.path("pauseOnTemplate").asBoolean(),
                        node.path("pauseOnSender").asBoolean());
    }

    static Settled readForgiven(JsonNode node) {
        return new Settled(
                node.path("forgivenFailed").asLong(),
                node.path("forgivenMessages").asLong());
    }
}
