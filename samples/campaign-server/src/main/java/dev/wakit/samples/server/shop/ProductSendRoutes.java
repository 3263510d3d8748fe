package dev.wakit.samples.server.shop;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.outbox.SingleSend;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.message.LeftOut;
import dev.wakit.catalog.message.Selection;
import dev.wakit.commerce.ProductSection;
import dev.wakit.message.InteractiveMessage;
import dev.wakit.message.interactive.InteractiveAction;
import dev.wakit.message.interactive.InteractiveHeader;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import dev.wakit.samples.server.message.Recipients;
import dev.wakit.samples.server.provider.SenderChoice;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends products to one person, within 24 hours of that person's last message. */
final class ProductSendRoutes {

    private final Shop shop;
    private final CampaignEngine engine;
    private final SenderChoice senders;
    private final Region usualRegion;

    ProductSendRoutes(Shop shop, CampaignEngine engine, SenderChoice senders, Region usualRegion) {
        this.shop = shop;
        this.engine = engine;
        this.senders = senders;
        this.usualRegion = usualRegion;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/send-product", this::sendProduct);
        routes.post("/api/send-product-list", this::sendList);
    }

    private void sendProduct(Context ctx) {
        ProductSendRequest request = Json.read(ctx.bodyAsBytes(), ProductSendRequest.class);
        if (request.sections() != null || request.header() != null) {
            throw ApiException.invalid("'header' and 'sections' belong to POST /api/send-product-list.");
        }
        send(
                ctx,
                request,
                shop.productMessages()
                        .single(
                                ShopIds.catalog(Asked.required(request.catalog(), "catalog")),
                                Asked.required(request.product(), "product")));
    }

    private void sendList(Context ctx) {
        ProductSendRequest request = Json.read(ctx.bodyAsBytes(), ProductSendRequest.class);
        if (request.product() != null) {
            throw ApiException.invalid("'product' belongs to POST /api/send-product. Give 'sections'.");
        }
        send(
                ctx,
                request,
                shop.productMessages()
                        .list(
                                ShopIds.catalog(Asked.required(request.catalog(), "catalog")),
                                request.productSections()));
    }

    private void send(Context ctx, ProductSendRequest request, Selection<? extends InteractiveAction> selection) {
        InteractiveMessage.Builder message = InteractiveMessage.builder(selection.orThrow());
        if (request.header() != null) {
            message.header(InteractiveHeader.text(request.header()));
        }
        if (request.body() != null) {
            message.body(request.body());
        }
        if (request.footer() != null) {
            message.footer(request.footer());
        }
        SenderChoice.Chosen chosen = senders.of("", request.provider(), request.sender());
        SingleSend.Builder send = SingleSend.builder(Recipients.read(request.to(), usualRegion), message.build())
                .provider(chosen.provider())
                .sender(chosen.sender());
        String key = ctx.header("Idempotency-Key");
        if (key != null) {
            Asked.checked("Idempotency-Key", () -> send.idempotencyKey(key));
        }
        String id = engine.outbox().enqueue(send.build()).delivery().toString();
        ctx.status(202).header("Location", "/api/messages/" + id);
        Json.answer(ctx, new Sent(id, selection.leftOut()));
    }

    private record Sent(String id, List<LeftOut> leftOut) {}

    /** The body of both requests. */
    private record ProductSendRequest(
            @Nullable String to,
            @Nullable String provider,
            @Nullable String sender,
            @Nullable String catalog,
            @Nullable String product,
            @Nullable List<SectionRequest> sections,
            @Nullable String header,
            @Nullable String body,
            @Nullable String footer) {

        List<ProductSection> productSections() {
            if (sections == null) {
                throw ApiException.invalid("The field 'sections' is missing.");
            }
            return sections.stream().map(SectionRequest::section).toList();
        }

        /** It names a person. */
        @Override
        public String toString() {
            return "ProductSendRequest[" + catalog + "]";
        }
    }

    private record SectionRequest(
            @Nullable String title, @Nullable List<String> products) {

        ProductSection section() {
            if (products == null) {
                throw ApiException.invalid("The field 'sections.products' is missing.");
            }
            return new ProductSection(Asked.required(title, "sections.title"), products);
        }
    }
}
