package dev.wakit.commerce;

import dev.wakit.internal.Check;

/**
 * An amount of money as WhatsApp writes it: a whole number and the offset to divide it by. Immutable.
 *
 * <p>12.34 is {@code value} 1234 and {@code offset} 100. The currency stands beside it, once per order.
 *
 * @param value the amount in the smallest unit; negative only as an intermediate result
 * @param offset what to divide the value by; 100 for INR and BRL
 * @since 0.1
 */
public record Amount(long value, int offset) {
    /** Nothing, with offset 100. */
    public static final Amount ZERO = new Amount(0, 100);

    public Amount {
        Check.that(
                offset == 1 || offset == 10 || offset == 100 || offset == 1000,
                "amount.offset",
                "must be a power of ten up to 1,000.");
    }

    /**
     * Returns an amount with offset 100, such as {@code Amount.of(1234)} for 12.34.
     *
     * @throws dev.wakit.InvalidMessageException if the value is negative
     */
    public static Amount of(long value) {
        return new Amount(Check.range("amount.value", value, 0, Long.MAX_VALUE), 100);
    }

    /** Returns the sum; both must have the same offset. */
    public Amount plus(Amount other) {
        requireSameOffset(other);
        return new Amount(Math.addExact(value, other.value), offset);
    }

    /** Returns the difference; both must have the same offset. */
    public Amount minus(Amount other) {
        requireSameOffset(other);
        return new Amount(Math.subtractExact(value, other.value), offset);
    }

    /** Returns the multiple. */
    public Amount times(int factor) {
        return new Amount(Math.multiplyExact(value, (long) factor), offset);
    }

    private void requireSameOffset(Amount other) {
        Check.that(offset == other.offset, "amount.offset", "must be the same for all amounts of an order.");
    }
}
