package dev.wakit.samples.server.shop;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.catalog.Shop;
import dev.wakit.samples.server.provider.Providers;
import dev.wakit.samples.server.provider.SenderChoice;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.InstantSource;

/** The shop of this server: its routes, and the work that it needs. Close it before the database. */
public final class ShopService implements AutoCloseable {

    private final Shop shop;
    private final Mirrors mirrors;
    private final ShopWork work;

    /** Serves a shop over these providers. */
    public ShopService(Shop shop, Providers providers) {
        this.shop = shop;
        this.mirrors = new Mirrors(shop, providers);
        this.work = new ShopWork(shop, mirrors, InstantSource.system());
    }

    /** Adds the routes; messages go out through this engine. */
    public void register(
            JavalinDefaultRoutingApi routes, CampaignEngine engine, SenderChoice senders, Region usualRegion) {
        new CatalogRoutes(shop, mirrors).register(routes);
        new ProductRoutes(shop, mirrors).register(routes);
        new ProductSendRoutes(shop, engine, senders, usualRegion).register(routes);
        new OrderRoutes(shop).register(routes);
    }

    /** Begins the work. */
    public void start() {
        work.start();
    }

    @Override
    public void close() {
        work.close();
    }
}
