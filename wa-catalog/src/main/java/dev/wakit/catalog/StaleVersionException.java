package dev.wakit.catalog;

/**
 * Somebody else changed it since it was read: read it again, and decide again.
 *
 * @since 0.1
 */
public final class StaleVersionException extends CatalogException {

    private static final long serialVersionUID = 1L;

    /**
     * Names it.
     *
     * @param what such as {@code product 0HQ5W3K7T1ZXC}
     * @param version the version that was read
     */
    public StaleVersionException(String what, long version) {
        super("The " + what + " is no longer version " + version + ". Read it again and repeat the change.");
    }
}
