package dev.wakit.samples.server.campaign;

import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists, shows, changes the rate of, and deletes campaigns. */
public final class CampaignRoutes {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final CampaignEngine engine;
    private final CampaignViews views;

    /** Serves the campaigns of this engine. */
    public CampaignRoutes(CampaignEngine engine, CampaignViews views) {
        this.engine = engine;
        this.views = views;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/campaigns", this::list);
        routes.get(
                "/api/campaigns/{id}",
                ctx -> Json.answer(ctx, views.detail(engine.campaigns().get(Ids.campaign(ctx)))));
        routes.patch("/api/campaigns/{id}", this::change);
        routes.delete("/api/campaigns/{id}", ctx -> {
            engine.campaigns().delete(Ids.campaign(ctx));
            ctx.status(204);
        });
    }

    private void list(Context ctx) {
        int limit = Page.limit(ctx, PAGE, LARGEST_PAGE);
        String before = ctx.queryParam("before");
        var query = new CampaignQuery(
                Page.constants(ctx, "status", CampaignStatus.class),
                before == null ? CampaignQuery.FIRST_PAGE : Ids.campaign(before),
                limit);
        List<Campaign> campaigns = engine.campaigns().list(query);
        String next =
                campaigns.size() < limit ? null : campaigns.get(limit - 1).id().toString();
        Json.answer(ctx, new CampaignPage(campaigns.stream().map(views::summary).toList(), next));
    }

    private void change(Context ctx) {
        RateRequest request = Json.read(ctx.bodyAsBytes(), RateRequest.class);
        if (request.ratePerMinute() == null) {
            throw ApiException.invalid("The field 'ratePerMinute' is missing.");
        }
        Campaign campaign = engine.campaigns().changeRate(Ids.campaign(ctx), Specs.rate(request.ratePerMinute()));
        Json.answer(ctx, Map.of("campaign", views.detail(campaign)));
    }

    private record RateRequest(@Nullable Integer ratePerMinute) {}

    private record CampaignPage(
            List<CampaignSummary> campaigns, @Nullable String next) {}
}
