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

    private final Region region;
    private final Currency currency;

    PaymentCountry(String region, String currency) {
        this.region = Region.of(region);
        this.currency = Currency.getInstance(currency);
    }

    /** The country. */
    public Region region() {
        return region;
    }

    /** The only currency there. */
    public Currency currency() {
        return currency;
    }
}
