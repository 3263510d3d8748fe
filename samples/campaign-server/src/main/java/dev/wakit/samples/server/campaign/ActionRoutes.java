package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operator does to a campaign: launch, schedule, pause, resume, cancel, retry. */
public final class ActionRoutes {

    private final CampaignEngine engine;
    private final CampaignViews views;

    /** Steers the campaigns of this engine. */
    public ActionRoutes(CampaignEngine engine, CampaignViews views) {
        this.engine = engine;
        this.views = views;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/campaigns/{id}/launch", ctx -> act(ctx, engine.campaigns()::launch));
        routes.post("/api/campaigns/{id}/pause", ctx -> act(ctx, engine.campaigns()::pause));
        routes.post("/api/campaigns/{id}/resume", ctx -> act(ctx, engine.campaigns()::resume));
        routes.post("/api/campaigns/{id}/cancel", ctx -> act(ctx, engine.campaigns()::cancel));
        routes.post("/api/campaigns/{id}/schedule", this::schedule);
        routes.post("/api/campaigns/{id}/retry", this::retry);
        routes.post("/api/campaigns/{id}/resend-unknown", this::resendUnknown);
        routes.post("/api/campaigns/{id}/fail-unknown", this::failUnknown);
    }

    private void act(Context ctx, Function<CampaignId, Campaign> action) {
        Json.answer(ctx, Map.of("campaign", views.detail(action.apply(Ids.campaign(ctx)))));
    }

    private void schedule(Context ctx) {
        ScheduleRequest request = Json.read(ctx.bodyAsBytes(), ScheduleRequest.class);
        var startAt = Asked.time(Asked.required(request.startAt(), "startAt"), "startAt");
        act(ctx, id -> engine.campaigns().schedule(id, startAt));
    }

    private void retry(Context ctx) {
        CampaignId id = Ids.campaign(ctx);
        long retried = engine.campaigns().retryFailed(id);
        Json.answer(
                ctx,
                Map.of(
                        "retried",
                        retried,
                        "campaign",
                        views.detail(engine.campaigns().get(id))));
    }

    private void resendUnknown(Context ctx) {
        CampaignId id = Ids.campaign(ctx);
        UnknownRequest request = Json.read(ctx.bodyAsBytes(), UnknownRequest.class);
        OperatorNote note = request.note();
        long resent = request.isAll()
                ? engine.campaigns().resendAllUnknown(id, note)
                : engine.campaigns().resendUnknown(id, request.ids(), note);
        decided(ctx, id, "resent", resent);
    }

    private void failUnknown(Context ctx) {
        CampaignId id = Ids.campaign(ctx);
        UnknownRequest request = Json.read(ctx.bodyAsBytes(), UnknownRequest.class);
        decided(ctx, id, "failed", engine.campaigns().failUnknown(id, request.ids(), request.note()));
    }

    private void decided(Context ctx, CampaignId id, String what, long count) {
        Json.answer(
                ctx,
                Map.of(what, count, "campaign", views.detail(engine.campaigns().get(id))));
    }

    private record ScheduleRequest(@Nullable String startAt) {}
}
