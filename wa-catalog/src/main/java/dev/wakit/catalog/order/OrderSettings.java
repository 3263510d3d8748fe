package dev.wakit.catalog.order;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * How orders are numbered, priced and guarded. Immutable; each setter returns new settings.
 *
 * @param numbers how orders are numbered
 * @param zone the zone in which the year of a number begins
 * @param pricing who computes discount, shipping and tax
 * @param payment whether an order can be completed before it is paid
 * @param reserve when stock is reserved
 * @param expiresAfter how long an order may wait to be confirmed; zero for ever
 * @since 0.1
 */
public record OrderSettings(
        NumberPattern numbers,
        ZoneId zone,
        OrderPricing pricing,
        PaymentPolicy payment,
        ReservePolicy reserve,
        Duration expiresAfter) {

    /** Numbers such as {@code ORD-2026-000123} in UTC, manual pricing, paid before completed, reserved when confirmed, no expiry. */
    public static final OrderSettings DEFAULT = new OrderSettings(
            NumberPattern.DEFAULT,
            ZoneOffset.UTC,
            OrderPricing.MANUAL,
            PaymentPolicy.PAID_BEFORE_COMPLETE,
            ReservePolicy.ON_CONFIRM,
            Duration.ZERO);

    /** Checks the values. */
    public OrderSettings {
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(zone, "zone");
        if (expiresAfter.isNegative()) {
            throw new IllegalArgumentException("Orders cannot expire after " + expiresAfter + ". Use zero or more.");
        }
    }

    /** With other numbers. */
    public OrderSettings numbers(NumberPattern pattern, ZoneId inZone) {
        return new OrderSettings(pattern, inZone, pricing, payment, reserve, expiresAfter);
    }

    /** With somebody who computes discount, shipping and tax. */
    public OrderSettings pricing(OrderPricing computed) {
        return new OrderSettings(numbers, zone, computed, payment, reserve, expiresAfter);
    }

    /** With another payment policy. */
    public OrderSettings payment(PaymentPolicy policy) {
        return new OrderSettings(numbers, zone, pricing, policy, reserve, expiresAfter);
    }

    /** With stock reserved when an order is placed, until it expires; 30 minutes is usual. */
    public OrderSettings reserveOnPlacement(Duration until) {
        return new OrderSettings(numbers, zone, pricing, payment, ReservePolicy.ON_PLACEMENT, until);
    }

    /** With orders that expire unless they are confirmed; zero for never. */
    public OrderSettings expiresAfter(Duration time) {
        return new OrderSettings(numbers, zone, pricing, payment, reserve, time);
    }
}
