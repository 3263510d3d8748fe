package dev.wakit.catalog;

/**
 * What a catalog is at Meta. Immutable.
 *
 * @param catalogId the number of the catalog in Commerce Manager, at most 100 characters; empty when it is only kept here
 * @param businessId the business that owns it; empty when unknown
 * @param wabaId the WhatsApp business account it is connected to; empty when it is not
 * @since 0.1
 */
public record MetaLink(String catalogId, String businessId, String wabaId) {

    private static final int LONGEST = 100;

    /** No catalog of Meta. */
    public static final MetaLink NONE = new MetaLink("", "", "");

    /** Checks the lengths. */
    public MetaLink {
        check("catalog id", catalogId);
        check("business id", businessId);
        check("WABA id", wabaId);
    }

    private static void check(String name, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "The " + name + " has " + value.length() + " characters. Use at most 100.");
        }
    }
}
