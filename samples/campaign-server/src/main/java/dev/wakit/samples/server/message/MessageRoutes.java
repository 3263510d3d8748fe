package dev.wakit.samples.server.message;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.OperatorNote;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.outbox.SendReceipt;
import dev.wakit.campaign.store.DeliveryQuery;
import dev.wakit.samples.server.campaign.UnknownRequest;
import dev.wakit.samples.server.delivery.DeliveryFilter;
import dev.wakit.samples.server.delivery.DeliveryView;
import dev.wakit.samples.server.delivery.Timeline;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import dev.wakit.samples.server.provider.SenderChoice;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes single messages, tells what became of them, and takes an operator's decision about those that nobody knows of. */
public final class MessageRoutes {

    private static final String PATH = "/api/messages";

    private final CampaignEngine engine;
    private final SenderChoice senders;
    private final Region usualRegion;

    /** Sends through this engine; the country is that of numbers without a country code. */
    public MessageRoutes(CampaignEngine engine, SenderChoice senders, Region usualRegion) {
        this.engine = engine;
        this.senders = senders;
        this.usualRegion = usualRegion;
    }

    /** Adds the routes. */
    public void register(JavalinDefaultRoutingApi routes) {
        routes.post(PATH, this::send);
        routes.get(PATH, this::list);
        routes.post(PATH + "/resend-unknown", this::resendUnknown);
        routes.post(PATH + "/fail-unknown", this::failUnknown);
        routes.get(PATH + "/{id}", this::show);
    }

    /** The same request under the same key gets the same answer: the message that the first one made. */
    private void send(Context ctx) {
        MessageRequest request = Json.read(ctx.bodyAsBytes(), MessageRequest.class);
        SendReceipt receipt =
                engine.outbox().enqueue(request.send(senders, usualRegion, ctx.header("Idempotency-Key")));
        ctx.status(202).header("Location", PATH + "/" + receipt.delivery());
        Json.answer(ctx, Map.of("id", receipt.delivery().toString()));
    }

    private void show(Context ctx) {
        Delivery delivery = engine.outbox()
                .find(id(ctx.pathParam("id")))
                .orElseThrow(() -> ApiException.notFound("There is no message '" + ctx.pathParam("id") + "'."));
        Json.answer(
                ctx,
                Map.of(
                        "message",
                        view(delivery),
                        "timeline",
                        Timeline.of(delivery, engine.outbox().pastAttempts(delivery.id()))));
    }

    private DeliveryView view(Delivery delivery) {
        return DeliveryView.of(delivery, false, engine);
    }

    private void list(Context ctx) {
        DeliveryQuery query = DeliveryFilter.read(ctx, usualRegion);
        List<Delivery> messages = engine.outbox().list(query);
        String next = messages.size() < query.limit()
                ? null
                : messages.get(query.limit() - 1).id().toString();
        Json.answer(ctx, new MessagePage(messages.stream().map(this::view).toList(), next));
    }

    private record MessagePage(
            List<DeliveryView> messages, @Nullable String next) {}

    private void resendUnknown(Context ctx) {
        UnknownRequest request = Json.read(ctx.bodyAsBytes(), UnknownRequest.class);
        OperatorNote note = request.note();
        long resent = request.isAll()
                ? engine.outbox().resendAllUnknown(note)
                : engine.outbox().resendUnknown(request.ids(), note);
        Json.answer(ctx, Map.of("resent", resent));
    }

    private void failUnknown(Context ctx) {
        UnknownRequest request = Json.read(ctx.bodyAsBytes(), UnknownRequest.class);
        Json.answer(ctx, Map.of("failed", engine.outbox().failUnknown(request.ids(), request.note())));
    }

    private static DeliveryId id(String text) {
        try {
            return DeliveryId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("There is no message '" + text + "'.");
        }
    }
}
