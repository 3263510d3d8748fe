package dev.wakit.catalog;

import dev.wakit.WhatsAppException;

/**
 * What was asked of a catalog, of stock or of an order is not possible; nothing was changed.
 *
 * @since 0.1
 */
public abstract sealed class CatalogException extends WhatsAppException
        permits InvalidOrderException,
                InvalidProductException,
                NotFoundException,
                OrderStateException,
                OutOfStockException,
                StaleVersionException {

    private static final long serialVersionUID = 1L;

    CatalogException(String message) {
        super(message);
    }
}
