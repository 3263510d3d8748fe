package dev.wakit.e2e;

import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.store.jdbc.JdbcStores;
import java.util.Currency;
import java.util.List;

/** A shop with a catalog that is linked to Meta's {@value #META}. */
final class ProductShop {

    static final String META = "7001";

    final Shop shop;
    final Catalog catalog;

    ProductShop(JdbcStores stores) {
        shop = Shop.builder(stores).build();
        Catalog created = shop.catalogs().create("Mugs", Currency.getInstance("USD"));
        catalog =
                shop.catalogs().save(created.linked(new MetaLink(META, "", "")).in(CatalogStatus.CONNECTED));
    }

    /** Adds a product that Meta's review has approved. */
    Product sell(String retailerId) {
        Product product = add(retailerId);
        review(product, ReviewStatus.APPROVED);
        return product;
    }

    Product add(String retailerId) {
        return shop.products()
                .create(
                        catalog.id(),
                        ProductSpec.builder("Mug " + retailerId, "A good one.", "https://shop.example/" + retailerId)
                                .brand("Acme")
                                .addVariant(VariantSpec.builder(
                                                retailerId, Money.of("12.50", "USD"), "https://shop.example/1.jpg")
                                        .build())
                                .build());
    }

    void review(Product product, ReviewStatus status, String... reasons) {
        shop.products().review(variant(product), new Review(status, List.of(reasons), ""));
    }

    /** From now on it is counted, and there is none. */
    void sellOut(Product product) {
        shop.stock().count(variant(product));
    }

    long shown(Product product) {
        var stats = shop.products().stats(List.of(variant(product))).get(variant(product));
        return stats == null ? 0 : stats.shown();
    }

    static VariantId variant(Product product) {
        return product.variants().get(0).id();
    }
}
