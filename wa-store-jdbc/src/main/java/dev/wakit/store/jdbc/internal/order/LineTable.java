package dev.wakit.store.jdbc.internal.order;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.store.jdbc.internal.sql.Json;
import dev.wakit.store.jdbc.internal.sql.Values;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Owner of {@code wa_order_line}. Thread-safe. */
public final class LineTable {

    /** Adds the lines of a new order. */
    public void insert(Handle handle, Order order) {
        order.lines().forEach(line -> write(handle, order, line, """
                INSERT INTO wa_order_line (tenant_id, order_id, line_no, variant_id, retailer_id, title, options, brand,
                    image_link, list_minor, tax_rate, unit_minor, flag, quantity, fulfilled, cancelled, returned)
                VALUES (:tenant, :order, :line, :variant, :retailer, :title, :options, :brand, :image, :list, :rate, :unit,
                    :flag, :quantity, :fulfilled, :cancelled, :returned)
                """));
    }

    /** Changes the lines that are different. */
    public void update(Handle handle, Order before, Order after) {
        for (int i = 0; i < after.lines().size(); i++) {
            OrderLine line = after.lines().get(i);
            if (!line.equals(before.lines().get(i))) {
                write(handle, after, line, """
                        UPDATE wa_order_line SET variant_id = :variant, retailer_id = :retailer, title = :title,
                            options = :options, brand = :brand, image_link = :image, list_minor = :list, tax_rate = :rate,
                            unit_minor = :unit, flag = :flag, quantity = :quantity, fulfilled = :fulfilled,
                            cancelled = :cancelled, returned = :returned
                        WHERE tenant_id = :tenant AND order_id = :order AND line_no = :line
                        """);
            }
        }
    }

    private static void write(Handle handle, Order order, OrderLine line, String sql) {
        LineItem item = line.item();
        boolean isOfCatalog = !item.variant().equals(LineItem.NO_VARIANT);
        Update update = Children.of(handle.createUpdate(sql), order)
                .bind("line", line.number())
                .bind("variant", isOfCatalog ? item.variant().value() : null)
                .bind("retailer", item.retailerId())
                .bind("title", item.title())
                .bind("options", Json.writeOrNull(item.options()))
                .bind("brand", Values.textOrNull(item.brand()))
                .bind("image", Values.textOrNull(item.imageLink()))
                .bind("list", item.listPrice().minor())
                .bind("rate", item.taxRate().toPlainString())
                .bind("unit", line.unitPrice().minor())
                .bind("flag", line.flag().name())
                .bind("quantity", line.quantity())
                .bind("fulfilled", line.fulfilled())
                .bind("cancelled", line.cancelled())
                .bind("returned", line.returned());
        update.execute();
    }

    /** The lines of an order, by number. */
    public List<OrderLine> list(Handle handle, Order order) {
        Currency currency = order.head().currency();
        return Children.of(
                        handle.createQuery("SELECT * FROM wa_order_line" + Children.OF_ORDER + " ORDER BY line_no"),
                        order)
                .map((row, context) -> map(row, currency))
                .list();
    }

    private static OrderLine map(ResultSet row, Currency currency) throws SQLException {
        var item = new LineItem(
                new VariantId(row.getLong("variant_id")),
                row.getString("retailer_id"),
                row.getString("title"),
                Json.readTexts(row.getString("options")),
                Values.text(row, "brand"),
                Values.text(row, "image_link"),
                new Money(row.getLong("list_minor"), currency),
                new BigDecimal(row.getString("tax_rate")));
        return new OrderLine(
                row.getInt("line_no"),
                item,
                new Money(row.getLong("unit_minor"), currency),
                LineFlag.valueOf(row.getString("flag")),
                row.getInt("quantity"),
                row.getInt("fulfilled"),
                row.getInt("cancelled"),
                row.getInt("returned"));
    }
}
