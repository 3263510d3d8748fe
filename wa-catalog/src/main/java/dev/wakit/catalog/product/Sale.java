package dev.wakit.catalog.product;

import dev.wakit.catalog.money.Money;
import java.time.Instant;

/**
 * A reduced price, for a time or until it is removed. Immutable.
 *
 * @param price the reduced price; above nothing and below the regular one
 * @param from when it begins; the epoch when it is not limited
 * @param until when it ends; the epoch when it is not limited
 * @since 0.1
 */
public record Sale(Money price, Instant from, Instant until) {

    /** A reduced price until it is removed. */
    public static Sale of(Money price) {
        return new Sale(price, Instant.EPOCH, Instant.EPOCH);
    }

    /** Whether it has a beginning and an end. */
    public boolean isLimited() {
        return !from.equals(Instant.EPOCH) || !until.equals(Instant.EPOCH);
    }

    /** Whether it counts at this time; the end is not part of it. */
    public boolean isOn(Instant time) {
        return !isLimited() || (!time.isBefore(from) && time.isBefore(until));
    }
}
