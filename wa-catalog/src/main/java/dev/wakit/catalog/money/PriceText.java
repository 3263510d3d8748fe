package dev.wakit.catalog.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prices as Meta's product feeds write them: a number, a blank and a currency, such as {@code 10.00 USD}.
 *
 * @since 0.1
 */
public final class PriceText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,16}(?:\\.[0-9]{1,8})?)\\s+([A-Za-z]{3})");
    private static final Pattern NUMBER_ONLY = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,8})?");
    private static final Pattern COMMA = Pattern.compile("[0-9.]*,[0-9.,]*.*");

    private PriceText() {}

    /** The text of a price, with all decimals of its currency: {@code 10.00 USD}, {@code 1200 JPY}, {@code 1.500 KWD}. */
    public static String format(Money price) {
        return price.toString();
    }

    /**
     * Reads a price.
     *
     * @throws IllegalArgumentException saying what is wrong and how it is written right
     */
    public static Money parse(String text) {
        String price = text.strip();
        Matcher parts = FORM.matcher(price);
        if (parts.matches()) {
            Currency currency = Money.currency(parts.group(2).toUpperCase(Locale.ROOT));
            return Money.of(new BigDecimal(parts.group(1)), currency);
        }
        throw new IllegalArgumentException(problem(price));
    }

    /**
     * Reads a price whose currency may be left out, as files of people write it.
     *
     * @throws IllegalArgumentException saying what is wrong and how it is written right
     */
    public static Money parse(String text, Currency currency) {
        String price = text.strip();
        return NUMBER_ONLY.matcher(price).matches() ? Money.of(new BigDecimal(price), currency) : parse(price);
    }

    private static String problem(String price) {
        if (price.isEmpty()) {
            return "A price is missing. Write it as 10.00 USD.";
        }
        if (price.startsWith("-")) {
            return "A price is not negative. Write it as 10.00 USD.";
        }
        if (COMMA.matcher(price).matches()) {
            return "A price has no comma. Write the decimals behind a period and no separator of thousands,"
                    + " such as 1000.50 USD.";
        }
        if (NUMBER_ONLY.matcher(price).matches()) {
            return "The currency is missing. Write it behind the number, such as " + price + " USD.";
        }
        return "A price is a number, a blank and the three letters of a currency. Write it as 10.00 USD.";
    }
}
