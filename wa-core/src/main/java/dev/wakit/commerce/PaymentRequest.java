package dev.wakit.commerce;

import dev.wakit.internal.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order that a person is asked to review and pay, in India and Brazil. Immutable.
 *
 * <p>The subtotal and the total are computed, because WhatsApp refuses an order whose sums do not agree: total =
 * subtotal + tax + shipping − discount.
 *
 * @since 0.1
 */
public final class PaymentRequest {
    /** The most characters of the expiry note: {@value}. */
    public static final int MAX_EXPIRY_NOTE = 120;

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.-]{1,60}");
    private static final String INDIA = "INR";
    private static final int MAX_REFERENCE_INDIA = 35;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final String referenceId;
    private final GoodsKind goods;
    private final String currency;
    private final List<OrderItem> items;
    private final List<PaymentSetting> settings;
    private final @Nullable String paymentType;
    private final @Nullable String catalogId;
    private final @Nullable Charge tax;
    private final @Nullable Charge shipping;
    private final @Nullable Charge discount;
    private final @Nullable Instant expiresAt;
    private final @Nullable String expiryNote;

    PaymentRequest(PaymentRequestBuilder builder) {
        this.referenceId = Check.matches(
                "order.reference_id", builder.referenceId, REFERENCE, "have 1 to 60 letters, digits, _ . or -");
        this.goods = Objects.requireNonNull(builder.goods, "goods");
        this.currency =
                Check.matches("order.currency", builder.currency, CURRENCY, "be three capital letters such as INR");
        this.items = Check.size("order.items", builder.items, 1, Integer.MAX_VALUE);
        this.settings = List.copyOf(builder.settings);
        this.paymentType = Check.optional("order.payment_type", builder.paymentType);
        this.catalogId = Check.optional("order.catalog_id", builder.catalogId);
        this.tax = builder.tax;
        this.shipping = builder.shipping;
        this.discount = builder.discount;
        this.expiresAt = builder.expiresAt;
        this.expiryNote = Check.optionalText("order.expiration.description", builder.expiryNote, MAX_EXPIRY_NOTE);
        if (currency.equals(INDIA)) {
            Check.text("order.reference_id", referenceId, MAX_REFERENCE_INDIA);
            items.forEach(this::checkOrigin);
        }
        Check.that(total().value() >= 0, "order.discount", "must not be more than the rest of the order.");
    }

    /**
     * Returns a builder that begins with your order number, the kind of goods and the ISO 4217 currency code.
     *
     * <p>The order number has at most 60 (India: 35) letters, digits, {@code _ . -}, and is unique per business.
     */
    public static PaymentRequestBuilder builder(String referenceId, GoodsKind goods, String currency) {
        return new PaymentRequestBuilder(referenceId, goods, currency);
    }

    /** Goods that are shipped tell their origin in India, unless the catalog does; Meta's example of a digital order does not. */
    private void checkOrigin(OrderItem item) {
        boolean told = item.countryOfOrigin().isPresent()
                && item.importerName().isPresent()
                && item.importerAddress().isPresent();
        Check.that(
                catalogId != null || goods == GoodsKind.DIGITAL || told,
                "order.items",
                "must each have countryOfOrigin, importerName and importerAddress,"
                        + " because this is an order of physical goods in INR without a catalog id.");
    }

    /** Returns a builder that begins with everything set here. */
    public PaymentRequestBuilder toBuilder() {
        PaymentRequestBuilder builder = new PaymentRequestBuilder(referenceId, goods, currency);
        builder.items = new ArrayList<>(items);
        builder.settings = new ArrayList<>(settings);
        builder.paymentType = paymentType;
        builder.catalogId = catalogId;
        builder.tax = tax;
        builder.shipping = shipping;
        builder.discount = discount;
        builder.expiresAt = expiresAt;
        builder.expiryNote = expiryNote;
        return builder;
    }

    /** Returns your order number. */
    public String referenceId() {
        return referenceId;
    }

    /** Returns the kind of goods. */
    public GoodsKind goods() {
        return goods;
    }

    /** Returns the ISO 4217 currency code. */
    public String currency() {
        return currency;
    }

    /** Returns the lines of the order; unmodifiable. */
    public List<OrderItem> items() {
        return items;
    }

    /** Returns the ways to pay; unmodifiable. */
    public List<PaymentSetting> settings() {
        return settings;
    }

    /** Returns the payment system, such as {@code br}; left out in India, if any. */
    public Optional<String> paymentType() {
        return Optional.ofNullable(paymentType);
    }

    /** Returns the catalog that the items are in, if any. */
    public Optional<String> catalogId() {
        return Optional.ofNullable(catalogId);
    }

    /** Returns the tax; empty counts as zero. */
    public Optional<Charge> tax() {
        return Optional.ofNullable(tax);
    }

    /** Returns the shipping costs; empty counts as zero. */
    public Optional<Charge> shipping() {
        return Optional.ofNullable(shipping);
    }

    /** Returns the discount; empty counts as zero. */
    public Optional<Charge> discount() {
        return Optional.ofNullable(discount);
    }

    /** Returns the time after which the order cannot be paid, if any. */
    public Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    /** Returns the text shown when it has expired, if any. */
    public Optional<String> expiryNote() {
        return Optional.ofNullable(expiryNote);
    }

    /** Returns the sum of the items. */
    public Amount subtotal() {
        return items.stream().map(OrderItem::total).reduce(Amount.ZERO, Amount::plus);
    }

    /** Returns what is to be paid: subtotal + tax + shipping − discount. */
    public Amount total() {
        Amount charged = Stream.of(tax(), shipping())
                .flatMap(Optional::stream)
                .map(Charge::amount)
                .reduce(subtotal(), Amount::plus);
        return discount().map(Charge::amount).map(charged::minus).orElse(charged);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PaymentRequest that
                && referenceId.equals(that.referenceId)
                && goods.equals(that.goods)
                && currency.equals(that.currency)
                && items.equals(that.items)
                && settings.equals(that.settings)
                && Objects.equals(paymentType, that.paymentType)
                && Objects.equals(catalogId, that.catalogId)
                && Objects.equals(tax, that.tax)
                && Objects.equals(shipping, that.shipping)
                && Objects.equals(discount, that.discount)
                && Objects.equals(expiresAt, that.expiresAt)
                && Objects.equals(expiryNote, that.expiryNote);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                referenceId,
                goods,
                currency,
                items,
                settings,
                paymentType,
                catalogId,
                tax,
                shipping,
                discount,
                expiresAt,
                expiryNote);
    }

    @Override
    public String toString() {
        return "PaymentRequest[referenceId=" + referenceId + ", items=" + items.size() + ", settings=" + settings.size()
                + "]";
    }
}
