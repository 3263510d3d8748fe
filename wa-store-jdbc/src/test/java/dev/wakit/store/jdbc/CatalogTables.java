package dev.wakit.store.jdbc;

import java.util.List;
import javax.sql.DataSource;

/** The tables of products, stock and orders. */
final class CatalogTables {

    private static final List<String> ALL = List.of(
            "wa_catalog",
            "wa_product",
            "wa_variant",
            "wa_variant_counter",
            "wa_stock_level",
            "wa_stock_movement",
            "wa_reservation",
            "wa_number_series",
            "wa_order",
            "wa_order_line",
            "wa_order_adjustment",
            "wa_payment",
            "wa_fulfilment",
            "wa_fulfilment_item",
            "wa_order_event",
            "wa_order_note",
            "wa_submitted_cart",
            "wa_submitted_item",
            "wa_enquiry",
            "wa_assisted_cart",
            "wa_assisted_item",
            "wa_shop_message",
            "wa_conversation",
            "wa_sync_item",
            "wa_sync_batch");

    private CatalogTables() {}

    static void empty(DataSource pool) {
        ALL.forEach(table -> Postgres.run(pool, "DELETE FROM " + table));
    }
}
