package dev.wakit.store.jdbc.internal;

import dev.wakit.catalog.store.AssistedCartStore;
import dev.wakit.catalog.store.CartStore;
import dev.wakit.catalog.store.CatalogStore;
import dev.wakit.catalog.store.ConversationStore;
import dev.wakit.catalog.store.EnquiryStore;
import dev.wakit.catalog.store.MessageStore;
import dev.wakit.catalog.store.OrderStore;
import dev.wakit.catalog.store.ProductStore;
import dev.wakit.catalog.store.StockStore;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.store.jdbc.internal.message.MessageTable;
import dev.wakit.store.jdbc.internal.product.VariantCounterTable;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.stock.MovementTable;
import dev.wakit.store.jdbc.internal.stock.ReservationTable;
import dev.wakit.store.jdbc.internal.stock.StockEffects;
import dev.wakit.store.jdbc.internal.stock.StockTable;
import dev.wakit.store.jdbc.internal.sync.SyncItemRows;
import dev.wakit.store.jdbc.internal.sync.SyncItemTable;

/**
 * The stores of products, stock and orders, over the tables they share.
 *
 * @param catalogs catalogs
 * @param products products
 * @param stock stock
 * @param orders orders
 * @param carts carts that customers sent
 * @param assisted carts that are filled here
 * @param messages messages about orders, carts and enquiries
 * @param conversations when customers last wrote
 * @param enquiries what customers asked
 * @param sync what is known of variants at the BSP
 */
public record JdbcShopStores(
        CatalogStore catalogs,
        ProductStore products,
        StockStore stock,
        OrderStore orders,
        CartStore carts,
        AssistedCartStore assisted,
        MessageStore messages,
        ConversationStore conversations,
        EnquiryStore enquiries,
        SyncStore sync) {

    /** Over a database. */
    public JdbcShopStores(Database database, ColumnCipher cipher) {
        this(
                database,
                cipher,
                new VariantCounterTable(database.dialect()),
                new SyncItemTable(database.dialect()),
                new MovementTable(database.dialect()),
                new ReservationTable(database.dialect()));
    }

    private JdbcShopStores(
            Database database,
            ColumnCipher cipher,
            VariantCounterTable counters,
            SyncItemTable sync,
            MovementTable movements,
            ReservationTable reservations) {
        this(database, cipher, counters, sync, new StockTable(database.dialect(), sync), movements, reservations);
    }

    private JdbcShopStores(
            Database database,
            ColumnCipher cipher,
            VariantCounterTable counters,
            SyncItemTable sync,
            StockTable levels,
            MovementTable movements,
            ReservationTable reservations) {
        this(
                new JdbcCatalogStore(database),
                new JdbcProductStore(database, counters, sync),
                new JdbcStockStore(database, levels, movements, reservations),
                new JdbcOrderStore(
                        database,
                        new StockEffects(levels, movements, reservations, counters),
                        new MessageTable(database.dialect()),
                        cipher),
                new JdbcCartStore(database, cipher),
                new JdbcAssistedCartStore(database, cipher),
                new JdbcMessageStore(database, new MessageTable(database.dialect())),
                new JdbcConversationStore(database),
                new JdbcEnquiryStore(database, counters, cipher),
                new JdbcSyncStore(database, sync, new SyncItemRows(database.dialect())));
    }
}
