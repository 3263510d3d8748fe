package dev.wakit.e2e;

import dev.wakit.campaign.CampaignEngine;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.intake.IntakeEvent;
import dev.wakit.catalog.intake.IntakeSettings;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.provider.meta.MetaProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A worker process with a shop: it takes orders over, confirms them, and ships or cancels some. It is started, and killed, by tests. */
public final class ShopWorker {

    /** Orders of so many pieces are called off after they were confirmed. */
    static final int CANCELLED = 4;

    /** Of orders of so many pieces one is shipped. */
    static final int SHIPPED = 3;

    private ShopWorker() {}

    /** Arguments: as {@link Worker} has them. */
    public static void main(String[] args) throws InterruptedException {
        var stores = Database.open(args[0]);
        var provider = MetaProvider.builder(args[2], args[3])
                .baseUrl(URI.create(args[1]))
                .businessAccountId(args[4])
                .appSecret(args[5])
                .verifyToken(args[6])
                .build();
        var work = new Work();
        Shop shop = Shop.builder(stores)
                .intake(IntakeSettings.DEFAULT.listener(work::on))
                .build();
        work.shop = shop;
        var engine = CampaignEngine.builder(stores)
                .provider(provider)
                .retry(Worker.QUICK)
                .lease(Duration.ofSeconds(2))
                .inbound(shop.intake())
                .build();
        var server = WebhookServer.start(Integer.parseInt(args[7]));
        server.serve(engine);
        engine.start();
        Thread.currentThread().join();
    }

    /** What a host does with an order; the same order may be told again. */
    private static final class Work {

        private volatile Shop shop;

        void on(IntakeEvent event) {
            if (event instanceof IntakeEvent.OrderPlaced placed) {
                try {
                    confirm(placed.order());
                } catch (OutOfStockException tooFew) {
                    // The order stays pending, and has reserved nothing.
                }
            }
        }

        private void confirm(Order order) {
            apply(order, "confirm", new OrderCommand.Confirm());
            int pieces = order.lines().get(0).quantity();
            if (pieces == CANCELLED) {
                apply(order, "cancel", new OrderCommand.Cancel("Sold elsewhere"));
            } else if (pieces == SHIPPED) {
                apply(order, "ship", new OrderCommand.Ship(new TreeMap<>(Map.of(1, 1)), Tracking.NONE));
            }
        }

        private void apply(Order order, String id, OrderCommand command) {
            shop.orders().apply(order.head().id(), command, CommandContext.of(id, "worker"));
        }
    }
}
