package dev.wakit.catalog.intake;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What counts when the price in a customer's cart is not the price here, at the time at which the cart was sent. Immutable.
 *
 * @param policy what counts
 * @param tolerance how far apart they may be before a line waits, as a part of the price here, such as 0.01; 0 to 1; only for
 *     {@link PricePolicy#REQUIRE_CONFIRM}
 * @since 0.1
 */
public record PriceRule(PricePolicy policy, BigDecimal tolerance) {

    /** Lines wait when the prices are more than one percent apart. */
    public static final PriceRule DEFAULT = new PriceRule(PricePolicy.REQUIRE_CONFIRM, new BigDecimal("0.01"));

    /** Checks the tolerance. */
    public PriceRule {
        Objects.requireNonNull(policy, "policy");
        if (tolerance.signum() < 0 || tolerance.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A tolerance of " + tolerance + " is not possible. Use 0 to 1.");
        }
    }

    /** A rule without tolerance. */
    public static PriceRule of(PricePolicy policy) {
        return new PriceRule(policy, BigDecimal.ZERO);
    }
}
