package dev.wakit.store.jdbc.internal.product;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductId;
import dev.wakit.catalog.product.ProductQuery;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.ProductTexts;
import dev.wakit.catalog.product.Variant;
import dev.wakit.store.jdbc.internal.sql.Dialect;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_product}; its rows come without variants. Thread-safe. */
public final class ProductTable {

    private static final String ALL = """
            SELECT tenant_id, id, catalog_id, status, title, description, link, brand, group_id, google_category,
                fb_category, created_at, updated_at, version
            FROM wa_product WHERE tenant_id = :tenant
            """;

    private final Dialect dialect;

    /** For a database. */
    public ProductTable(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a row. */
    public void insert(Handle handle, Product product) {
        bind(handle.createUpdate("""
                        INSERT INTO wa_product (tenant_id, id, catalog_id, status, title, description, link, brand, group_id,
                            google_category, fb_category, search_text, created_at, updated_at, version)
                        VALUES (:tenant, :id, :catalog, :status, :title, :description, :link, :brand, :groupId,
                            :google, :fb, :search, :created, :updated, :version)
                        """), product)
                .bind("catalog", product.catalog().value())
                .bind("created", product.createdAt().toEpochMilli())
                .execute();
    }

    /** Changes a row of the version before. */
    public boolean update(Handle handle, Product product) {
        return bind(handle.createUpdate("""
                                UPDATE wa_product SET status = :status, title = :title, description = :description,
                                    link = :link, brand = :brand, group_id = :groupId, google_category = :google,
                                    fb_category = :fb, search_text = :search, updated_at = :updated, version = :version
                                WHERE tenant_id = :tenant AND id = :id AND version = :version - 1
                                """), product).execute() == 1;
    }

    private static Update bind(Update update, Product product) {
        ProductTexts texts = product.texts();
        return update.bind("tenant", product.tenant().value())
                .bind("id", product.id().value())
                .bind("status", product.status().name())
                .bind("title", texts.title())
                .bind("description", texts.description())
                .bind("link", texts.link())
                .bind("brand", texts.brand())
                .bind("groupId", texts.groupId())
                .bind("google", texts.googleCategory())
                .bind("fb", texts.fbCategory())
                .bind("search", search(product))
                .bind("updated", product.updatedAt().toEpochMilli())
                .bind("version", product.version());
    }

    private static String search(Product product) {
        ProductTexts texts = product.texts();
        return Stream.concat(
                        Stream.of(texts.title(), texts.brand(), texts.groupId()),
                        product.variants().stream().map(Variant::retailerId))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /** The rows with these ids, by id. */
    public List<Product> find(Handle handle, TenantId tenant, Collection<Long> ids) {
        return handle.createQuery(ALL + " AND " + dialect.inNumbers("id", "ids") + " ORDER BY id")
                .bind("tenant", tenant.value())
                .bind("ids", dialect.numbers(ids))
                .map((row, context) -> map(row))
                .list();
    }

    /** The versions of rows, by id. */
    public Map<Long, Long> versions(Handle handle, TenantId tenant, Collection<Long> ids) {
        return handle
                .createQuery("SELECT id, version FROM wa_product WHERE tenant_id = :tenant AND "
                        + dialect.inNumbers("id", "ids"))
                .bind("tenant", tenant.value())
                .bind("ids", dialect.numbers(ids))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The ids of rows with these group ids. */
    public List<Long> ofGroups(Handle handle, TenantId tenant, CatalogId catalog, Collection<String> groups) {
        return handle.createQuery("SELECT id FROM wa_product WHERE tenant_id = :tenant AND catalog_id = :catalog AND "
                        + dialect.inTexts("group_id", "groups"))
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("groups", dialect.texts(groups))
                .mapTo(Long.class)
                .list();
    }

    /** A page of rows. */
    public List<Product> list(Handle handle, TenantId tenant, CatalogId catalog, ProductQuery query) {
        List<String> words = List.copyOf(query.words());
        Query page = handle.createQuery(ALL + conditions(query, words) + " ORDER BY id LIMIT :limit")
                .bind("tenant", tenant.value())
                .bind("catalog", catalog.value())
                .bind("after", query.after().value())
                .bind("statuses", dialect.texts(names(query.statuses())))
                .bind("limit", query.limit());
        for (int i = 0; i < words.size(); i++) {
            page.bind("word" + i, words.get(i));
        }
        if (!query.reviews().isEmpty()) {
            page.bind("reviews", dialect.texts(names(query.reviews())));
        }
        return page.map((row, context) -> map(row)).list();
    }

    private String conditions(ProductQuery query, List<String> words) {
        var conditions = new ArrayList<String>();
        conditions.add(" AND catalog_id = :catalog AND id > :after AND " + dialect.oneOf("status", "statuses"));
        for (int i = 0; i < words.size(); i++) {
            conditions.add(dialect.contains("search_text", "word" + i));
        }
        if (!query.reviews().isEmpty()) {
            conditions.add("EXISTS (SELECT 1 FROM wa_variant v WHERE v.tenant_id = wa_product.tenant_id"
                    + " AND v.product_id = wa_product.id AND v.for_sale = 1 AND "
                    + dialect.oneOf("v.review", "reviews") + ")");
        }
        return String.join(" AND ", conditions);
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    private static Product map(ResultSet row) throws SQLException {
        return new Product(
                new TenantId(row.getString("tenant_id")),
                new CatalogId(row.getLong("catalog_id")),
                new ProductId(row.getLong("id")),
                ProductStatus.valueOf(row.getString("status")),
                new ProductTexts(
                        row.getString("title"),
                        row.getString("description"),
                        row.getString("link"),
                        row.getString("brand"),
                        row.getString("group_id"),
                        row.getString("google_category"),
                        row.getString("fb_category")),
                List.of(),
                Values.time(row, "created_at"),
                Values.time(row, "updated_at"),
                row.getLong("version"));
    }
}
