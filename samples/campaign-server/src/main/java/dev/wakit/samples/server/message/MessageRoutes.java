package dev.wakit.samples.server.message;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.provider.ProviderId;
import dev.wakit.samples.server.delivery.DeliveryView;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;

/** Takes single messages, and tells what became of them. */
public final class MessageRoutes {

    private static final String PATH = "/api/messages";

    private final CampaignEngine engine;
    private final ProviderId provider;
    private final Region usualRegion;

    /** Sends through this engine; the country is that of numbers without a country code. */
    public MessageRoutes(CampaignEngine engine, ProviderId provider, Region usualRegion) {
        this.engine = engine;
        this.provider = provider;
        this.usualRegion = usualRegion;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::send);
        routes.get(PATH + "/{id}", this::show);
    }

    /** The same request under the same key gets the same answer: the message that the first one made. */
    private void send(Context ctx) {
        MessageRequest request = Json.read(ctx.bodyAsBytes(), MessageRequest.class);
        SendReceipt receipt = engine.outbox().enqueue(request.send(usualRegion, ctx.header("Idempotency-Key")));
        ctx.status(202).header("Location", PATH + "/" + receipt.delivery());
        Json.answer(ctx, Map.of("id", receipt.delivery().toString()));
    }

    private void show(Context ctx) {
        Delivery delivery = engine.outbox()
                .find(id(ctx.pathParam("id")))
                .orElseThrow(() -> ApiException.notFound("There is no message '" + ctx.pathParam("id") + "'."));
        Json.answer(ctx, Map.of("message", DeliveryView.of(delivery, false, code -> engine.errorRule(provider, code))));
    }

    private static DeliveryId id(String text) {
        try {
            return DeliveryId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("There is no message '" + text + "'.");
        }
    }
}
