package dev.wakit.samples.server.live;

import dev.wakit.campaign.CampaignId;
import dev.wakit.samples.server.campaign.Ids;
import dev.wakit.samples.server.http.ApiException;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.javalin.http.sse.SseHandler;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.Consumer;

/** The streams of server-sent events. */
public final class LiveRoutes {

    private final LiveHub hub;

    /** Follows with this hub. */
    public LiveRoutes(LiveHub hub) {
        this.hub = hub;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/events", ctx -> stream(ctx, hub::followList));
        routes.get("/api/campaigns/{id}/events", this::campaign);
    }

    private void campaign(Context ctx) {
        CampaignId id = Ids.campaign(ctx);
        hub.require(id);
        stream(ctx, client -> hub.follow(id, client));
    }

    private static void stream(Context ctx, Consumer<SseClient> begin) {
        if (!String.valueOf(ctx.header("Accept")).contains("text/event-stream")) {
            throw new ApiException(
                    406, "not_acceptable", "This is a stream. Ask for it with Accept: text/event-stream.");
        }
        new SseHandler(begin).handle(ctx);
    }
}
