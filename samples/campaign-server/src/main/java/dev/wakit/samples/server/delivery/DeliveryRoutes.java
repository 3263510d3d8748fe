package dev.wakit.samples.server.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.wakit.campaign.Campaign;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.samples.server.campaign.Ids;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists the deliveries of a campaign, and shows one person's timeline. */
public final class DeliveryRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRoutes.class);

    private final CampaignEngine engine;

    /** Shows the deliveries of this engine. */
    public DeliveryRoutes(CampaignEngine engine) {
        this.engine = engine;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/campaigns/{id}/deliveries", this::list);
        routes.get("/api/campaigns/{id}/deliveries/{delivery}", this::show);
    }

    private void list(Context ctx) {
        Campaign campaign = engine.campaigns().get(Ids.campaign(ctx));
        DeliveryQuery query = DeliveryFilter.read(ctx, campaign);
        boolean reveal = reveals(ctx, campaign);
        List<Delivery> deliveries = engine.campaigns().deliveries(campaign.id(), query);
        String next = deliveries.size() < query.limit()
                ? null
                : deliveries.get(query.limit() - 1).id().toString();
        Json.answer(
                ctx,
                new DeliveryPage(
                        deliveries.stream()
                                .map(delivery -> DeliveryView.of(delivery, reveal, engine))
                                .toList(),
                        next));
    }

    private void show(Context ctx) {
        Campaign campaign = engine.campaigns().get(Ids.campaign(ctx));
        DeliveryId id = DeliveryFilter.id(ctx.pathParam("delivery"));
        Delivery delivery = engine.campaigns()
                .delivery(id)
                .filter(found -> found.campaign().equals(campaign.id()))
                .orElseThrow(() -> ApiException.notFound("This campaign has no delivery " + id + "."));
        Json.answer(
                ctx,
                new DeliveryDetail(
                        DeliveryView.of(delivery, reveals(ctx, campaign), engine),
                        delivery.recipient()
                                .map(recipient -> recipient.region().code())
                                .orElse(null),
                        delivery.variables(),
                        Timeline.of(delivery, engine.campaigns().pastAttempts(id))));
    }

    private static boolean reveals(Context ctx, Campaign campaign) {
        boolean reveal = "true".equals(ctx.queryParam("reveal"));
        if (reveal) {
            LOG.info("Phone numbers of campaign {} were shown in full", campaign.id());
        }
        return reveal;
    }

    private record DeliveryPage(
            List<DeliveryView> deliveries, @Nullable String next) {}

    private record DeliveryDetail(
            @JsonUnwrapped DeliveryView delivery,
            @Nullable String region,
            Map<String, String> variables,
            List<Timeline.Step> timeline) {}
}
