package dev.wakit.store.jdbc.internal.product;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Condition;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.ReviewStatus;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_variant}. Thread-safe. */
public final class VariantTable {

    private final Dialect dialect;

    /** For a database. */
    public VariantTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a row. Returns false if another variant of the catalog has its retailer id. */
    public boolean insert(Handle handle, Product product, Variant variant) {
        String sql = dialect.insertNew("""
                wa_variant (tenant_id, id, catalog_id, product_id, retailer_id, for_sale, price_minor, sale_minor, sale_from,
                    sale_until, currency, availability, item_condition, image_link, more_images, options, columns_json,
                    review, review_reasons, meta_item)
                VALUES (:tenant, :id, :catalog, :product, :retailer, :forSale, :price, :sale, :saleFrom, :saleUntil, :currency,
                    :availability, :condition, :image, :images, :options, :columns, :review, :reasons, :item)
                """, "tenant_id, catalog_id, retailer_id");
        Update insert = bind(handle.createUpdate(sql), product.tenant(), variant)
                .bind("catalog", product.catalog().value())
                .bind("product", product.id().value())
                .bind("retailer", variant.retailerId());
        return review(insert, variant.review()).execute() == 1;
    }

    /** Changes a row; its retailer id and its review stay. */
    public void update(Handle handle, TenantId tenant, Variant variant) {
        bind(handle.createUpdate("""
                        UPDATE wa_variant SET for_sale = :forSale, price_minor = :price, sale_minor = :sale,
                            sale_from = :saleFrom, sale_until = :saleUntil, currency = :currency,
                            availability = :availability, item_condition = :condition, image_link = :image,
                            more_images = :images, options = :options, columns_json = :columns
                        WHERE tenant_id = :tenant AND id = :id
                        """), tenant, variant).execute();
    }

    private static Update bind(Update update, TenantId tenant, Variant variant) {
        VariantSpec spec = variant.spec();
        return update.bind("tenant", tenant.value())
                .bind("id", variant.id().value())
                .bind("forSale", variant.isForSale() ? 1 : 0)
                .bind("price", spec.price().minor())
                .bind("sale", spec.sale().map(sale -> sale.price().minor()).orElse(null))
                .bind(
                        "saleFrom",
                        spec.sale().map(sale -> sale.from().toEpochMilli()).orElse(null))
                .bind(
                        "saleUntil",
                        spec.sale().map(sale -> sale.until().toEpochMilli()).orElse(null))
                .bind("currency", spec.price().currency().getCurrencyCode())
                .bind("availability", spec.availability().name())
                .bind("condition", spec.condition().name())
                .bind("image", spec.imageLink())
                .bind("images", Json.writeOrNull(spec.moreImages()))
                .bind("options", Json.writeOrNull(spec.options()))
                .bind("columns", Json.writeOrNull(spec.columns()));
    }

    private static Update review(Update update, Review review) {
        return update.bind("review", review.status().name())
                .bind("reasons", Json.writeOrNull(review.reasons()))
                .bind("item", Values.textOrNull(review.itemId()));
    }

    /** Notes a review. */
    public boolean setReview(Handle handle, TenantId tenant, VariantId id, Review review) {
        Update update = handle.createUpdate("""
                        UPDATE wa_variant SET review = :review, review_reasons = :reasons, meta_item = :item
                        WHERE tenant_id = :tenant AND id = :id
                        """).bind("tenant", tenant.value()).bind("id", id.value());
        return review(update, review).execute() == 1;
    }

    /** The variants of products, by the id of the product, in the order of their ids. */
    public Map<Long, List<Variant>> ofProducts(Handle handle, TenantId tenant, Collection<Long> products) {
        return handle
                .createQuery("SELECT * FROM wa_variant WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("product_id", "products") + " ORDER BY id")
                .bind("tenant", tenant.value())
                .bind("products", dialect.numbers(products))
                .map((row, context) -> Map.entry(row.getLong("product_id"), map(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The products of these retailer ids. */
    public List<Long> products(Handle handle, TenantId tenant, CatalogId catalog, Collection<String> retailerIds) {
        return handle.createQuery(
                        "SELECT DISTINCT product_id FROM wa_variant WHERE tenant_id = :tenant AND catalog_id = :catalog AND "
                                + dialect.inTexts("retailer_id", "retailers"))
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("retailers", dialect.texts(retailerIds))
                .mapTo(Long.class)
                .list();
    }

    private static Variant map(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        VariantSpec.Builder spec = VariantSpec.builder(
                        row.getString("retailer_id"),
                        new Money(row.getLong("price_minor"), currency),
                        row.getString("image_link"))
                .availability(Availability.valueOf(row.getString("availability")))
                .condition(Condition.valueOf(row.getString("item_condition")))
                .moreImages(Json.readItems(row.getString("more_images")))
                .options(Json.readTexts(row.getString("options")));
        Json.readTexts(row.getString("columns_json")).forEach(spec::column);
        long sale = row.getLong("sale_minor");
        if (!row.wasNull()) {
            spec.sale(
                    new Sale(new Money(sale, currency), Values.time(row, "sale_from"), Values.time(row, "sale_until")));
        }
        return new Variant(
                new VariantId(row.getLong("id")),
                spec.build(),
                row.getInt("for_sale") == 1,
                new Review(
                        ReviewStatus.valueOf(row.getString("review")),
                        Json.readItems(row.getString("review_reasons")),
                        Values.text(row, "meta_item")));
    }
}
