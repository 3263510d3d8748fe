package dev.wakit.catalog;

import dev.wakit.TenantId;
import java.time.Instant;
import java.util.Currency;

/**
 * A catalog as it stood at one moment. Immutable.
 *
 * @param tenant its owner
 * @param id its id
 * @param name what people call it, 1 to 200 characters
 * @param currency the currency of all its prices
 * @param status where it stands
 * @param link what it is at Meta
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param version 1 when created, one more with each change
 * @since 0.1
 */
public record Catalog(
        TenantId tenant,
        CatalogId id,
        String name,
        Currency currency,
        CatalogStatus status,
        MetaLink link,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    private static final int LONGEST_NAME = 200;

    /** Checks the name. */
    public Catalog {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidProductException(new RuleBreak(
                    "name", name, "A catalog needs a name of 1 to 200 characters", "Give it a name of that length."));
        }
    }

    /** The same catalog with another name. */
    public Catalog named(String newName) {
        return new Catalog(tenant, id, newName, currency, status, link, createdAt, updatedAt, version);
    }

    /** The same catalog in another status. */
    public Catalog in(CatalogStatus newStatus) {
        return new Catalog(tenant, id, name, currency, newStatus, link, createdAt, updatedAt, version);
    }

    /** The same catalog with another link. */
    public Catalog linked(MetaLink newLink) {
        return new Catalog(tenant, id, name, currency, status, newLink, createdAt, updatedAt, version);
    }

    Catalog changedAt(Instant now) {
        return new Catalog(tenant, id, name, currency, status, link, createdAt, now, version + 1);
    }
}
