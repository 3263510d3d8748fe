package dev.wakit.catalog.store;

/**
 * Everything that is kept about products, stock, orders and what customers send, in one database.
 *
 * <p>Implementations are thread-safe. Each method of each store is one transaction, durable when the method returns. When the
 * database cannot do what was asked, a method throws a {@link dev.wakit.WhatsAppException} of the implementation, and may have
 * committed or not: that is what a lost connection means.
 *
 * @since 0.1
 */
public interface CatalogStores extends AutoCloseable {

    /** Catalogs. */
    CatalogStore catalogs();

    /** Products, their variants and their statistics. */
    ProductStore products();

    /** Stock and its movements. */
    StockStore stock();

    /** Orders. */
    OrderStore orders();

    /** Carts that customers sent. */
    CartStore carts();

    /** Carts that are filled here. */
    AssistedCartStore assisted();

    /** Messages about orders, carts and enquiries. */
    MessageStore messages();

    /** When customers last wrote. */
    ConversationStore conversations();

    /** What customers asked about products. */
    EnquiryStore enquiries();

    /** What is known of variants at the BSP. */
    SyncStore sync();

    /** Frees connections. Idempotent. */
    @Override
    void close();
}
