package dev.wakit.catalog.order;

import java.util.Currency;
import java.util.List;

/**
 * What discount, shipping and tax are computed from. Immutable.
 *
 * @param currency the currency of all amounts
 * @param taxIncluded whether prices contain the tax
 * @param lines the lines; {@link OrderLine#billed()} counts
 * @param buyer who ordered, and where it goes; personal data
 * @since 0.1
 */
public record PricedOrder(Currency currency, boolean taxIncluded, List<OrderLine> lines, Buyer buyer) {

    /** Copies the lines. */
    public PricedOrder {
        lines = List.copyOf(lines);
    }
}
