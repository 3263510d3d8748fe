package dev.wakit.samples.server.live;

import dev.wakit.campaign.CampaignId;
import dev.wakit.samples.server.campaign.Ids;
import io.javalin.http.sse.SseClient;
import io.javalin.router.JavalinDefaultRoutingApi;

/** The streams of server-sent events. */
public final class LiveRoutes {

    private final LiveHub hub;

    /** Follows with this hub. */
    public LiveRoutes(LiveHub hub) {
        this.hub = hub;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.sse("/api/events", hub::followList);
        routes.sse("/api/campaigns/{id}/events", this::campaign);
    }

    private void campaign(SseClient client) {
        CampaignId id = Ids.campaign(client.ctx());
        hub.follow(id, client);
    }
}
