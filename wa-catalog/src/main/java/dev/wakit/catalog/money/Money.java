package dev.wakit.catalog.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An exact amount of money in one currency, as a whole number of its smallest unit.
 *
 * <p>The smallest unit follows ISO 4217: a cent for USD, a yen for JPY, a fils (a thousandth) for KWD. An arithmetic result beyond 64
 * bits is an {@link ArithmeticException}, never a wrong amount. Amounts of two currencies are not added or compared:
 * {@link IllegalArgumentException}. Immutable.
 *
 * @param minor the amount in the smallest unit; may be negative
 * @param currency a currency that is paid with, with 0, 2 or 3 decimals
 * @since 0.1
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    private static final int MOST_DECIMALS = 3;

    /** Checks the currency. */
    public Money {
        int digits = currency.getDefaultFractionDigits();
        if (digits < 0 || digits > MOST_DECIMALS) {
            throw new IllegalArgumentException(
                    currency.getCurrencyCode() + " is not a currency that people pay with. Use one such as USD.");
        }
    }

    /**
     * An amount as people write it, such as {@code of("10.5", "USD")}.
     *
     * @throws IllegalArgumentException if it is no number, has more decimals than the currency, or the currency is unknown
     */
    public static Money of(String amount, String currency) {
        return of(decimal(amount), currency(currency));
    }

    private static BigDecimal decimal(String amount) {
        try {
            return new BigDecimal(amount);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "'" + amount + "' is no amount. Write digits with a period before the decimals, such as 10.00.");
        }
    }

    /**
     * An amount in whole currency units.
     *
     * @throws IllegalArgumentException if it has more decimals than the currency or does not fit into 64 bits
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = Math.max(currency.getDefaultFractionDigits(), 0);
        BigDecimal shortest = amount.stripTrailingZeros();
        if (shortest.scale() > digits) {
            throw new IllegalArgumentException(amount + " has more decimals than " + currency.getCurrencyCode()
                    + ", which has " + digits + ". Round it first.");
        }
        try {
            return new Money(shortest.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("The amount has " + shortest.precision() + " digits. Use at most 18.");
        }
    }

    /** An amount in the smallest unit, such as {@code ofMinor(1050, "USD")} for 10.50. */
    public static Money ofMinor(long minor, String currency) {
        return new Money(minor, currency(currency));
    }

    /** Nothing. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * A currency by its ISO 4217 code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "'" + code + "' is no currency. Use the three letters of ISO 4217, such as USD.");
        }
    }

    /** The sum of amounts; nothing when there are none. */
    public static Money sum(Currency currency, Collection<Money> amounts) {
        Money sum = zero(currency);
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /** The amount in whole units, with all decimals of the currency. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /** The sum. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** The difference. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** So many times this amount. */
    public Money times(long count) {
        return new Money(Math.multiplyExact(minor, count), currency);
    }

    /** A part of this amount, such as {@code new BigDecimal("0.18")} for 18 percent, rounded to the smallest unit. */
    public Money times(BigDecimal factor, Rounding rounding) {
        return rounded(BigDecimal.valueOf(minor).multiply(factor).setScale(0, rounding.mode()));
    }

    /**
     * The tax that is inside this amount: {@code amount · rate / (1 + rate)}, rounded once.
     *
     * @param rate such as 0.18 for 18 percent; not negative
     */
    public Money taxWithin(BigDecimal rate, Rounding rounding) {
        if (rate.signum() < 0) {
            throw new IllegalArgumentException("A tax rate of " + rate + " is negative.");
        }
        BigDecimal part = BigDecimal.valueOf(minor).multiply(rate);
        return rounded(part.divide(BigDecimal.ONE.add(rate), 0, rounding.mode()));
    }

    private Money rounded(BigDecimal amount) {
        return new Money(amount.longValueExact(), currency);
    }

    /**
     * This amount in shares whose sum is exactly this amount, by the largest remainder; of equal remainders the first wins.
     *
     * @param weights how the shares relate; none negative, not all zero
     */
    public List<Money> shares(List<Long> weights) {
        BigInteger all = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (all.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("Shares need weights of 0 or more, and one above 0.");
        }
        BigInteger whole = BigInteger.valueOf(minor).abs();
        var shares = new ArrayList<Long>();
        var remainders = new ArrayList<BigInteger>();
        for (long weight : weights) {
            BigInteger[] parts = whole.multiply(BigInteger.valueOf(weight)).divideAndRemainder(all);
            shares.add(parts[0].longValueExact());
            remainders.add(parts[1]);
        }
        long missing = whole.longValueExact()
                - shares.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> remainders.get(index))
                        .reversed())
                .limit(missing)
                .forEach(index -> shares.set(index, shares.get(index) + 1));
        return shares.stream()
                .map(share -> new Money(minor < 0 ? -share : share, currency))
                .toList();
    }

    /** The amount with the other sign. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return minor == 0;
    }

    /** Whether it is above nothing. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether it is below nothing. */
    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency.getCurrencyCode() + " and " + other.currency.getCurrencyCode()
                    + " cannot be mixed. Convert one of them first.");
        }
        return other;
    }

    /** As Meta's feeds write it: {@code 10.00 USD}, {@code 1200 JPY}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", amount().toPlainString(), currency.getCurrencyCode());
    }
}
