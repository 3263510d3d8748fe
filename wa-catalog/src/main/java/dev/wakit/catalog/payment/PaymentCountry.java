package dev.wakit.catalog.payment;

import dev.wakit.address.Region;
import java.util.Currency;

/**
 * The countries in which orders can be paid inside WhatsApp; the number of the business and that of the buyer must both be there.
 *
 * @since 0.1
 */
public enum PaymentCountry {
    /** India, in rupees. */
    INDIA("IN", "INR"),
    /** Brazil, in reais. */
    BRAZIL("BR", "BRL"),
    /** Singapore, in Singapore dollars. */
    SINGAPORE("SG", "SGD");

    private final String region;
    private final String currency;

    PaymentCountry(String region, String currency) {
        this.region = region;
        this.currency = currency;
    }

    /** The country. */
    public Region region() {
        return Region.of(region);
    }

    /** The only currency there. */
    public Currency currency() {
        return Currency.getInstance(currency);
    }
}
