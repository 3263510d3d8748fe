package dev.wakit.catalog;

/**
 * The order does not stand where this is possible.
 *
 * @since 0.1
 */
public final class OrderStateException extends CatalogException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what was asked and why it is not possible.
     *
     * @param message what was asked of which order, where it stands, what to do
     */
    public OrderStateException(String message) {
        super(message);
    }
}
