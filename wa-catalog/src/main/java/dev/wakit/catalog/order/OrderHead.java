package dev.wakit.catalog.order;

import dev.wakit.TenantId;
import java.time.Instant;
import java.util.Currency;

/**
 * What never changes about an order. Immutable.
 *
 * @param tenant its owner
 * @param id its id
 * @param number its number for people, such as {@code ORD-2026-000123}; empty until it is stored
 * @param origin where it came from
 * @param currency the currency of all its amounts
 * @param taxIncluded whether its prices contain the tax
 * @param location from where it is shipped
 * @param placedAt when it was placed
 * @since 0.1
 */
public record OrderHead(
        TenantId tenant,
        OrderId id,
        String number,
        OrderOrigin origin,
        Currency currency,
        boolean taxIncluded,
        String location,
        Instant placedAt) {

    /** The same head with a number. */
    public OrderHead numbered(String newNumber) {
        return new OrderHead(tenant, id, newNumber, origin, currency, taxIncluded, location, placedAt);
    }
}
