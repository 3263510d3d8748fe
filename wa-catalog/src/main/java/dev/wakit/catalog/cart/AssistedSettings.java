package dev.wakit.catalog.cart;

import dev.wakit.catalog.stock.Stock;
import java.time.Duration;

/**
 * How long carts that are filled here live, and what their orders are like. Immutable; each setter returns new settings.
 *
 * @param idleAfter how long nobody touches a cart before it counts as abandoned
 * @param expiresAfter how long nobody touches a cart before it is of no use; longer than {@code idleAfter}
 * @param taxIncluded whether prices contain the tax
 * @param location from where orders are shipped, 1 to 40 characters
 * @since 0.1
 */
public record AssistedSettings(Duration idleAfter, Duration expiresAfter, boolean taxIncluded, String location) {

    /** Abandoned after an hour, expired after 30 days, prices without tax, from {@link Stock#MAIN}. */
    public static final AssistedSettings DEFAULT =
            new AssistedSettings(Duration.ofHours(1), Duration.ofDays(30), false, Stock.MAIN);

    /** Checks the times. */
    public AssistedSettings {
        if (idleAfter.isNegative() || idleAfter.isZero() || expiresAfter.compareTo(idleAfter) <= 0) {
            throw new IllegalArgumentException("A cart cannot be abandoned after " + idleAfter + " and expire after "
                    + expiresAfter + ". Use more than nothing, and a longer time for the expiry.");
        }
    }

    /** With other times. */
    public AssistedSettings times(Duration idle, Duration expiry) {
        return new AssistedSettings(idle, expiry, taxIncluded, location);
    }

    /** With prices that contain the tax, or not. */
    public AssistedSettings taxIncluded(boolean included) {
        return new AssistedSettings(idleAfter, expiresAfter, included, location);
    }

    /** Shipped from another location. */
    public AssistedSettings location(String from) {
        return new AssistedSettings(idleAfter, expiresAfter, taxIncluded, from);
    }
}
