package dev.wakit.catalog.intake;

import dev.wakit.catalog.stock.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How carts become orders. Immutable; each setter returns new settings.
 *
 * @param prices what counts when a price differs
 * @param taxIncluded whether prices contain the tax
 * @param location from where orders are shipped
 * @param listeners who is told
 * @since 0.1
 */
public record IntakeSettings(PriceRule prices, boolean taxIncluded, String location, List<IntakeListener> listeners) {

    /** {@link PriceRule#DEFAULT}, prices without tax, from {@link Stock#MAIN}, nobody is told. */
    public static final IntakeSettings DEFAULT = new IntakeSettings(PriceRule.DEFAULT, false, Stock.MAIN, List.of());

    /** Copies the listeners. */
    public IntakeSettings {
        Objects.requireNonNull(prices, "prices");
        listeners = List.copyOf(listeners);
    }

    /** With another rule for prices. */
    public IntakeSettings prices(PriceRule rule) {
        return new IntakeSettings(rule, taxIncluded, location, listeners);
    }

    /** With prices that contain the tax, or not. */
    public IntakeSettings taxIncluded(boolean included) {
        return new IntakeSettings(prices, included, location, listeners);
    }

    /** Shipped from another location, 1 to 40 characters. */
    public IntakeSettings location(String from) {
        return new IntakeSettings(prices, taxIncluded, from, listeners);
    }

    /** With somebody more who is told. */
    public IntakeSettings listener(IntakeListener listener) {
        var all = new ArrayList<>(listeners);
        all.add(listener);
        return new IntakeSettings(prices, taxIncluded, location, all);
    }
}
