package dev.wakit.samples.server.shop;

import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.product.ProductId;
import dev.wakit.samples.server.http.ApiException;
import io.javalin.http.Context;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads ids from paths: a text that is no id names nothing, as one that is not there. */
final class ShopIds {

    private ShopIds() {}

    static CatalogId catalog(Context ctx) {
        return catalog(ctx.pathParam("id"));
    }

    static CatalogId catalog(String text) {
        return read(text, "catalog", CatalogId::parse);
    }

    static ProductId product(Context ctx) {
        return read(ctx.pathParam("id"), "product", ProductId::parse);
    }

    static OrderId order(Context ctx) {
        return read(ctx.pathParam("id"), "order", OrderId::parse);
    }

    /** The product behind which a page begins; the first one when not given. */
    static ProductId after(@Nullable String text) {
        return text == null || text.isEmpty() ? new ProductId(0) : read(text, "product", ProductId::parse);
    }

    /** The order before which a page begins; the newest one when not given. */
    static OrderId before(@Nullable String text) {
        return text == null || text.isEmpty()
                ? dev.wakit.catalog.order.OrderQuery.FIRST_PAGE
                : read(text, "order", OrderId::parse);
    }

    private static <T> T read(String text, String what, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound("There is no " + what + " '" + text + "'.");
        }
    }
}
