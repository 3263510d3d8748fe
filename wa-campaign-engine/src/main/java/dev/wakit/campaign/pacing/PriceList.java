package dev.wakit.campaign.pacing;

import dev.wakit.address.Region;
import dev.wakit.template.TemplateCategory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the host expects a message to cost, by category and region. The BSP's real prices are the host's to fill in. Immutable.
 *
 * @since 0.1
 */
public final class PriceList {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final String currency;
    private final Map<Key, BigDecimal> prices;
    private final Map<TemplateCategory, BigDecimal> defaults;

    private PriceList(Builder builder) {
        this.currency = builder.currency;
        this.prices = Map.copyOf(builder.prices);
        this.defaults = Map.copyOf(builder.defaults);
    }

    /** Starts a list in a currency, such as {@code EUR}. */
    public static Builder builder(String currency) {
        return new Builder(checkCurrency(currency));
    }

    /** The ISO 4217 code. */
    public String currency() {
        return currency;
    }

    /** What a message costs; zero where the list says nothing. */
    public BigDecimal price(TemplateCategory category, Region region) {
        BigDecimal price = prices.get(new Key(category, region));
        return price != null ? price : defaults.getOrDefault(category, BigDecimal.ZERO);
    }

    static String checkCurrency(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (!CURRENCY.matcher(upper).matches()) {
            throw new IllegalArgumentException("Not a currency: '" + code + "'. Write three letters such as EUR.");
        }
        return upper;
    }

    private record Key(TemplateCategory category, Region region) {}

    /** Collects prices. Not thread-safe. */
    public static final class Builder {

        private final String currency;
        private final Map<Key, BigDecimal> prices = new HashMap<>();
        private final Map<TemplateCategory, BigDecimal> defaults = new HashMap<>();

        private Builder(String currency) {
            this.currency = currency;
        }

        /** The price of one message to one region. */
        public Builder price(TemplateCategory category, Region region, BigDecimal price) {
            prices.put(new Key(category, region), check(price));
            return this;
        }

        /** The price to every other region. */
        public Builder otherwise(TemplateCategory category, BigDecimal price) {
            defaults.put(category, check(price));
            return this;
        }

        /** Builds the list. */
        public PriceList build() {
            return new PriceList(this);
        }

        private static BigDecimal check(BigDecimal price) {
            if (price.signum() < 0 || price.scale() > 6) {
                throw new IllegalArgumentException(
                        "A price of " + price + " is not possible. Use zero or more, with at most 6 decimals.");
            }
            return price;
        }
    }
}
