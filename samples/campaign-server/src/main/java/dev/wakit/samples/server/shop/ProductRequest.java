package dev.wakit.samples.server.shop;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Condition;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.samples.server.campaign.Asked;
import dev.wakit.samples.server.http.ApiException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body that makes or changes a product: what it is, whole. Amounts are in the currency of the catalog, such as {@code "12.50"}.
 *
 * @param version the version that was read; only to change one
 */
record ProductRequest(
        @Nullable Long version,
        @Nullable String title,
        @Nullable String description,
        @Nullable String link,
        @Nullable String brand,
        @Nullable String groupId,
        @Nullable String googleCategory,
        @Nullable String fbCategory,
        @Nullable List<VariantRequest> variants) {

    /** A variant; {@code columns} are further ones of Meta's product feeds. */
    record VariantRequest(
            @Nullable String retailerId,
            @Nullable String price,
            @Nullable String image,
            @Nullable String availability,
            @Nullable String condition,
            @Nullable SaleRequest sale,
            @Nullable List<String> moreImages,
            @Nullable Map<String, String> options,
            @Nullable Map<String, String> columns) {}

    /** A reduced price; for ever without times. */
    record SaleRequest(
            @Nullable String price,
            @Nullable String from,
            @Nullable String until) {}

    long versionRead() {
        if (version == null) {
            throw ApiException.invalid("The field 'version' is missing. Give the one that was read.");
        }
        return version;
    }

    ProductSpec spec(Currency currency) {
        ProductSpec.Builder spec = ProductSpec.builder(
                Asked.required(title, "title"),
                Asked.required(description, "description"),
                Asked.required(link, "link"));
        Optional.ofNullable(brand).ifPresent(spec::brand);
        Optional.ofNullable(groupId).ifPresent(spec::groupId);
        Optional.ofNullable(googleCategory).ifPresent(spec::googleCategory);
        Optional.ofNullable(fbCategory).ifPresent(spec::fbCategory);
        if (variants == null || variants.isEmpty()) {
            throw ApiException.invalid("The field 'variants' is missing. A product has at least one.");
        }
        for (int i = 0; i < variants.size(); i++) {
            spec.addVariant(variant(variants.get(i), "variants[" + i + "].", currency));
        }
        return spec.build();
    }

    private static VariantSpec variant(VariantRequest request, String path, Currency currency) {
        VariantSpec.Builder variant = VariantSpec.builder(
                Asked.required(request.retailerId(), path + "retailerId"),
                Amounts.read(request.price(), path + "price", currency),
                Asked.required(request.image(), path + "image"));
        if (request.availability() != null) {
            variant.availability(Asked.oneOf(Availability.class, request.availability(), path + "availability"));
        }
        if (request.condition() != null) {
            variant.condition(Asked.oneOf(Condition.class, request.condition(), path + "condition"));
        }
        Optional.ofNullable(request.sale()).ifPresent(sale -> variant.sale(sale(sale, path + "sale.", currency)));
        Optional.ofNullable(request.moreImages()).ifPresent(variant::moreImages);
        Optional.ofNullable(request.options()).ifPresent(variant::options);
        Optional.ofNullable(request.columns()).ifPresent(columns -> columns.forEach(variant::column));
        return variant.build();
    }

    private static Sale sale(SaleRequest request, String path, Currency currency) {
        Money price = Amounts.read(request.price(), path + "price", currency);
        if (request.from() == null && request.until() == null) {
            return Sale.of(price);
        }
        Instant from = Asked.time(Asked.required(request.from(), path + "from"), path + "from");
        return new Sale(price, from, Asked.time(Asked.required(request.until(), path + "until"), path + "until"));
    }
}
