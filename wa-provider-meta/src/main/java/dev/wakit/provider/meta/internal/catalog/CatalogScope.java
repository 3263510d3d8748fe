package dev.wakit.provider.meta.internal.catalog;

import dev.wakit.commerce.catalog.CatalogLimits;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whose catalogs, and what is configured about them.
 *
 * @param account the id of the WhatsApp business account, which catalogs are connected to
 * @param portfolio the id of the business portfolio, which owns catalogs
 * @param reviewChannel Meta's word for WhatsApp among the places where a product is reviewed for
 * @param limits of a batch
 */
public record CatalogScope(
        Optional<String> account, Optional<String> portfolio, String reviewChannel, CatalogLimits limits) {

    /** What Meta documents: 5,000 changes and 28 MB, the smaller of the two readings of a megabyte. */
    public static final CatalogLimits META_LIMITS = new CatalogLimits(5_000, 28_000_000);

    /** The word that clients of Meta find in answers; no page of Meta lists the words. */
    public static final String WHATSAPP = "WHATSAPP";

    private static final Pattern ID = Pattern.compile("\\d{1,32}");

    String requireAccount() {
        return account.orElseThrow(() -> new IllegalStateException(
                "This call needs the id of the WhatsApp business account. Call businessAccountId(...) on the builder of"
                        + " the provider."));
    }

    String requirePortfolio() {
        return portfolio.orElseThrow(() -> new IllegalStateException(
                "This call needs the id of the business portfolio that owns catalogs. Call portfolioId(...) on the"
                        + " builder of the provider."));
    }

    /** A catalog id, checked so that it cannot lead elsewhere. */
    static String catalog(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A catalog id has digits only, but the " + id.length()
                    + " characters given are something else. Pass what RemoteCatalog.id() says.");
        }
        return id;
    }
}
