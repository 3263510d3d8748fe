package dev.wakit.catalog;

/**
 * There is no such thing of this tenant.
 *
 * @since 0.1
 */
public final class NotFoundException extends CatalogException {

    private static final long serialVersionUID = 1L;

    /**
     * Names it.
     *
     * @param what such as {@code product 0HQ5W3K7T1ZXC}
     */
    public NotFoundException(String what) {
        super("There is no " + what + ". It may have been deleted, or belong to another tenant.");
    }
}
