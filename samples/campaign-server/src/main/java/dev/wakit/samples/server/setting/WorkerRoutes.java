package dev.wakit.samples.server.setting;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.jspecify.annotations.Nullable;

/** Workers, and the quarantine of a database that lost history. */
public final class WorkerRoutes {

    private static final int LONGEST_NAME = 100;

    private final CampaignEngine engine;

    /** Shows those of this engine's database. */
    public WorkerRoutes(CampaignEngine engine) {
        this.engine = engine;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/workers", ctx -> Json.answer(ctx, WorkersView.of(engine)));
        routes.post("/api/quarantine/end", this::end);
    }

    private void end(Context ctx) {
        String by = Json.read(ctx.bodyAsBytes(), EndRequest.class).by();
        if (by == null || by.isBlank() || by.strip().length() > LONGEST_NAME) {
            throw new ApiException(
                    400, "name_missing", "Say in 'by' who ends the quarantine, in 1 to 100 characters; it is kept.");
        }
        if (!engine.endQuarantine(by.strip())) {
            throw new ApiException(409, "no_quarantine", "There is no quarantine.");
        }
        Json.answer(ctx, WorkersView.of(engine));
    }

    private record EndRequest(@Nullable String by) {}
}
