package dev.wakit.samples.server.shop;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.campaign.Page;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.http.Json;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists, makes and changes products, and counts their stock. */
final class ProductRoutes {

    private static final String PATH = "/api/products";
    private static final int USUAL = 25;
    private static final int MOST = 100;

    private final Shop shop;
    private final ProductViews views;

    ProductRoutes(Shop shop, Mirrors mirrors) {
        this.shop = shop;
        this.views = new ProductViews(shop, mirrors);
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/catalogs/{id}/products", this::list);
        routes.post("/api/catalogs/{id}/products", this::create);
        routes.get(PATH + "/{id}", ctx -> show(ctx, product(ctx)));
        routes.put(PATH + "/{id}", this::update);
        routes.post(PATH + "/{id}/status", this::setStatus);
        routes.post(PATH + "/{id}/stock", this::move);
    }

    private Catalog catalog(Context ctx) {
        return shop.catalogs().get(ShopIds.catalog(ctx));
    }

    private Product product(Context ctx) {
        return shop.products().get(ShopIds.product(ctx));
    }

    private void list(Context ctx) {
        Catalog catalog = catalog(ctx);
        int limit = Page.limit(ctx, USUAL, MOST);
        ProductQuery query = ProductQuery.first(limit)
                .text(Objects.requireNonNullElse(ctx.queryParam("search"), ""))
                .reviews(Page.constants(ctx, "review", ReviewStatus.class))
                .after(ShopIds.after(ctx.queryParam("after")));
        Set<ProductStatus> statuses = Page.constants(ctx, "status", ProductStatus.class);
        List<Product> products =
                shop.products().list(catalog.id(), statuses.isEmpty() ? query : query.statuses(statuses));
        String next =
                products.size() < limit ? null : products.get(limit - 1).id().toString();
        Json.answer(ctx, new ProductPage(views.of(catalog, products), next));
    }

    private record ProductPage(
            List<ProductView> products, @Nullable String next) {}

    private void create(Context ctx) {
        Catalog catalog = catalog(ctx);
        ProductRequest request = Json.read(ctx.bodyAsBytes(), ProductRequest.class);
        Product made = shop.products().create(catalog.id(), request.spec(catalog.currency()));
        ctx.status(201).header("Location", PATH + "/" + made.id());
        show(ctx, made);
    }

    private void update(Context ctx) {
        Product read = product(ctx);
        ProductRequest request = Json.read(ctx.bodyAsBytes(), ProductRequest.class);
        Catalog catalog = shop.catalogs().get(read.catalog());
        show(ctx, shop.products().update(read.id(), request.versionRead(), request.spec(catalog.currency())));
    }

    private void setStatus(Context ctx) {
        Product read = product(ctx);
        StatusRequest request = Json.read(ctx.bodyAsBytes(), StatusRequest.class);
        long version = request.version() == null ? read.version() : request.version();
        show(
                ctx,
                shop.products()
                        .setStatus(read.id(), version, Asked.oneOf(ProductStatus.class, request.status(), "status")));
    }

    private record StatusRequest(
            @Nullable String status, @Nullable Long version) {}

    /** Begins to count a variant if nobody did. */
    private void move(Context ctx) {
        Product product = product(ctx);
        StockRequest request = Json.read(ctx.bodyAsBytes(), StockRequest.class);
        String wanted = Asked.required(request.retailerId(), "retailerId");
        Variant variant = product.variant(wanted)
                .orElseThrow(() -> ApiException.invalid(
                        "The field 'retailerId' is '" + wanted + "', which is no variant of this product."));
        MovementKind kind = Asked.oneOf(MovementKind.class, request.kind(), "kind");
        Integer quantity = request.quantity();
        if (quantity == null) {
            throw ApiException.invalid("The field 'quantity' is missing. Give how many more; negative when fewer.");
        }
        int pieces = quantity;
        shop.stock().count(variant.id());
        String reference = Objects.requireNonNullElse(request.reference(), "");
        Asked.checked("quantity", () -> {
            shop.stock().move(variant.id(), kind, pieces, reference, Commands.id(ctx));
            return variant;
        });
        show(ctx, product(ctx));
    }

    private record StockRequest(
            @Nullable String retailerId,
            @Nullable String kind,
            @Nullable Integer quantity,
            @Nullable String reference) {}

    private void show(Context ctx, Product product) {
        Json.answer(
                ctx,
                Map.of(
                        "product",
                        views.of(shop.catalogs().get(product.catalog()), List.of(product))
                                .get(0)));
    }
}
