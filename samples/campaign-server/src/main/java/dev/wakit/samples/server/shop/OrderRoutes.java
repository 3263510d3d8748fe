package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Shop;
import dev.wakit.catalog.order.FulfilmentStatus;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.samples.server.campaign.Page;
import dev.wakit.samples.server.http.Json;
import dev.wakit.samples.server.shop.OrderView.EventView;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists orders, tells what happened to one, and does things to it. */
final class OrderRoutes {

    private static final String PATH = "/api/orders";
    private static final int USUAL = 25;
    private static final int MOST = 100;

    private final Shop shop;

    OrderRoutes(Shop shop) {
        this.shop = shop;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/{id}", ctx -> show(ctx, order(ctx)));
        routes.post(PATH + "/{id}/status", ctx -> {
            var request = Json.read(ctx.bodyAsBytes(), OrderRequests.Status.class);
            apply(ctx, request.command(), request.by(), request.version());
        });
        routes.post(PATH + "/{id}/fulfil", ctx -> {
            var request = Json.read(ctx.bodyAsBytes(), OrderRequests.Fulfil.class);
            apply(ctx, request.command(order(ctx)), request.by(), request.version());
        });
        routes.post(PATH + "/{id}/payments", ctx -> {
            var request = Json.read(ctx.bodyAsBytes(), OrderRequests.Pay.class);
            apply(ctx, request.command(order(ctx)), request.by(), request.version());
        });
        routes.post(PATH + "/{id}/resolve", ctx -> {
            var request = Json.read(ctx.bodyAsBytes(), OrderRequests.Resolve.class);
            apply(ctx, request.command(shop, order(ctx)), request.by(), request.version());
        });
    }

    private Order order(Context ctx) {
        return shop.orders().get(ShopIds.order(ctx));
    }

    private void list(Context ctx) {
        int limit = Page.limit(ctx, USUAL, MOST);
        List<Order> orders = shop.orders()
                .list(OrderQuery.newest(limit)
                        .statuses(Page.constants(ctx, "status", OrderStatus.class))
                        .payments(Page.constants(ctx, "payment", PaymentStatus.class))
                        .fulfilments(Page.constants(ctx, "fulfilment", FulfilmentStatus.class))
                        .before(ShopIds.before(ctx.queryParam("before"))));
        String next = orders.size() < limit ? null : orders.get(limit - 1).id().toString();
        Json.answer(ctx, new OrderPage(orders.stream().map(OrderView::of).toList(), next));
    }

    private record OrderPage(
            List<OrderView> orders, @Nullable String next) {}

    private void apply(Context ctx, OrderCommand command, @Nullable String by, @Nullable Long version) {
        show(ctx, shop.orders().apply(ShopIds.order(ctx), command, Commands.context(ctx, by, version)));
    }

    private void show(Context ctx, Order order) {
        Json.answer(
                ctx,
                Map.of(
                        "order",
                        OrderView.of(order),
                        "history",
                        shop.orders().history(order.id()).stream()
                                .map(EventView::of)
                                .toList()));
    }
}
