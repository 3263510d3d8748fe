package dev.wakit.catalog.intake;

import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one line of a cart becomes in an order. Immutable.
 *
 * @param item what was sent
 * @param snapshot the product as it is here; only the id that was sent if there is none
 * @param isForSale whether it can be sold
 * @param here what one costs here at the time of the cart; empty for an unknown product
 * @param quoted what one cost as the customer was shown it; empty if that cannot be told exactly
 * @param rounded what one cost, as near as the currency allows; empty if nothing can be told
 */
record CartLine(
        SentItem item,
        LineItem snapshot,
        boolean isForSale,
        Optional<Money> here,
        Optional<Money> quoted,
        Optional<Money> rounded) {

    /** What WhatsApp lets a person put into a cart. */
    private static final int MOST_IN_A_CART = 99;

    /** Above it, sums of an order might leave 64 bits. */
    private static final BigDecimal HIGHEST_MINOR = BigDecimal.valueOf(100_000_000_000L);

    /** Numbers that are longer are nonsense, and dear to compute with. */
    private static final int MOST_DIGITS = 40;

    private static final int LONGEST_ID = 100;
    private static final String NO_ID = "(none)";

    static CartLine of(SentItem item, Currency currency, List<Product> products, Instant at) {
        Optional<Product> product = products.stream()
                .filter(one -> one.variant(item.retailerId()).isPresent())
                .findFirst();
        Optional<Variant> variant = product.flatMap(one -> one.variant(item.retailerId()));
        Optional<Money> here = variant.map(one -> one.spec().priceAt(at))
                .filter(price -> price.currency().equals(currency));
        Optional<Money> rounded = rounded(item, currency);
        Optional<Money> quoted = rounded.filter(price -> price.amount().compareTo(item.price()) == 0);
        LineItem snapshot = here.isPresent()
                ? LineItem.of(product.orElseThrow(), variant.orElseThrow())
                : unknown(item.retailerId(), rounded.orElse(Money.zero(currency)));
        boolean isForSale =
                product.filter(one -> one.status() == ProductStatus.ACTIVE).isPresent()
                        && variant.filter(Variant::isForSale).isPresent();
        return new CartLine(item, snapshot, isForSale, here, quoted, rounded);
    }

    private static LineItem unknown(String retailerId, Money price) {
        String id = retailerId.isEmpty() ? NO_ID : cut(retailerId, LONGEST_ID);
        return new LineItem(LineItem.NO_VARIANT, id, id, Map.of(), "", "", price, BigDecimal.ZERO);
    }

    private static Optional<Money> rounded(SentItem item, Currency currency) {
        BigDecimal price = item.price();
        boolean isSane = price.signum() > 0
                && isShort(price)
                && currency(item.currency()).filter(currency::equals).isPresent();
        if (!isSane) {
            return Optional.empty();
        }
        BigDecimal minor =
                price.movePointRight(currency.getDefaultFractionDigits()).setScale(0, RoundingMode.HALF_UP);
        return minor.signum() > 0 && minor.compareTo(HIGHEST_MINOR) <= 0
                ? Optional.of(new Money(minor.longValueExact(), currency))
                : Optional.empty();
    }

    private static boolean isShort(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }

    /** The currency of a code, if people pay with it. */
    static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Money.zero(Money.currency(code)).currency());
        } catch (IllegalArgumentException noCurrency) {
            return Optional.empty();
        }
    }

    void addTo(OrderDraft.Builder draft, PriceRule rule) {
        draft.addFlagged(snapshot, quantity(), unitPrice(rule), flag(rule));
    }

    /** 0 if it is no number of pieces. */
    private int quantity() {
        BigDecimal sent = item.quantity();
        boolean isCount = isShort(sent)
                && sent.signum() > 0
                && sent.stripTrailingZeros().scale() <= 0
                && sent.compareTo(BigDecimal.valueOf(OrderDraft.MOST_PIECES)) <= 0;
        return isCount ? sent.intValueExact() : 0;
    }

    LineFlag flag(PriceRule rule) {
        int quantity = quantity();
        if (quantity < 1 || quantity > MOST_IN_A_CART) {
            return LineFlag.UNCLEAR_QUANTITY;
        }
        if (here.isEmpty()) {
            return LineFlag.UNKNOWN_ITEM;
        }
        if (!isForSale) {
            return LineFlag.NOT_FOR_SALE;
        }
        if (quoted.isEmpty()) {
            return LineFlag.UNCLEAR_PRICE;
        }
        boolean waits = rule.policy() == PricePolicy.REQUIRE_CONFIRM && isFar(rule, quoted.get(), here.get());
        return waits ? LineFlag.PRICE_DIFFERS : LineFlag.CLEAR;
    }

    private static boolean isFar(PriceRule rule, Money quoted, Money here) {
        BigDecimal difference = quoted.minus(here).amount().abs();
        return difference.compareTo(here.amount().multiply(rule.tolerance())) > 0;
    }

    Money unitPrice(PriceRule rule) {
        if (quoted.isEmpty() || here.isEmpty()) {
            return rounded.or(() -> here).orElseGet(snapshot::listPrice);
        }
        boolean isLower = quoted.get().compareTo(here.get()) <= 0;
        return rule.policy() == PricePolicy.ACCEPT_LOWER && !isLower ? here.get() : quoted.get();
    }

    /** The beginning of a text, without half a character at its end. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
