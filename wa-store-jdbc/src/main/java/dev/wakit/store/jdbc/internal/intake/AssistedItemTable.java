package dev.wakit.store.jdbc.internal.intake;

import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.AssistedLine;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Owner of {@code wa_assisted_item}. Thread-safe. */
final class AssistedItemTable {

    private static final String OF_CART = " WHERE tenant_id = :tenant AND cart_id = :cart";

    void insert(Handle handle, AssistedCart cart) {
        if (cart.lines().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO wa_assisted_item (tenant_id, cart_id, line_no, variant_id, retailer_id, title, options, brand,
                    image_link, list_minor, tax_rate, unit_minor, quantity)
                VALUES (:tenant, :cart, :line, :variant, :retailer, :title, :options, :brand, :image, :list, :rate, :unit,
                    :quantity)
                """);
        for (int i = 0; i < cart.lines().size(); i++) {
            AssistedLine line = cart.lines().get(i);
            LineItem item = line.item();
            boolean isOfCatalog = !item.variant().equals(LineItem.NO_VARIANT);
            batch.bind("tenant", cart.tenant().value())
                    .bind("cart", cart.id().value())
                    .bind("line", i + 1)
                    .bind("variant", isOfCatalog ? item.variant().value() : null)
                    .bind("retailer", item.retailerId())
                    .bind("title", item.title())
                    .bind("options", Json.writeOrNull(item.options()))
                    .bind("brand", Values.textOrNull(item.brand()))
                    .bind("image", Values.textOrNull(item.imageLink()))
                    .bind("list", item.listPrice().minor())
                    .bind("rate", item.taxRate().toPlainString())
                    .bind("unit", line.unitPrice().minor())
                    .bind("quantity", line.quantity())
                    .add();
        }
        batch.execute();
    }

    void delete(Handle handle, AssistedCart cart) {
        handle.createUpdate("DELETE FROM wa_assisted_item" + OF_CART)
                .bind("tenant", cart.tenant().value())
                .bind("cart", cart.id().value())
                .execute();
    }

    /** A cart with its lines. */
    AssistedCart read(Handle handle, AssistedCart row) {
        List<AssistedLine> lines = handle.createQuery("SELECT * FROM wa_assisted_item" + OF_CART + " ORDER BY line_no")
                .bind("tenant", row.tenant().value())
                .bind("cart", row.id().value())
                .map((item, context) -> map(item, row.currency()))
                .list();
        return new AssistedCart(
                row.tenant(),
                row.id(),
                row.key(),
                row.buyer(),
                row.currency(),
                row.state(),
                lines,
                row.order(),
                row.createdAt(),
                row.activeAt(),
                row.expiresAt(),
                row.updatedAt(),
                row.version());
    }

    private static AssistedLine map(ResultSet row, Currency currency) throws SQLException {
        var item = new LineItem(
                new VariantId(row.getLong("variant_id")),
                row.getString("retailer_id"),
                row.getString("title"),
                Json.readTexts(row.getString("options")),
                Values.text(row, "brand"),
                Values.text(row, "image_link"),
                new Money(row.getLong("list_minor"), currency),
                new BigDecimal(row.getString("tax_rate")));
        return new AssistedLine(item, row.getInt("quantity"), new Money(row.getLong("unit_minor"), currency));
    }
}
