package dev.wakit.commerce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link PaymentRequest}. Not thread-safe; build once and share the result.
 *
 * @since 0.1
 */
public final class PaymentRequestBuilder {
    final String referenceId;
    final GoodsKind goods;
    final String currency;
    List<OrderItem> items = new ArrayList<>();
    List<PaymentSetting> settings = new ArrayList<>();

    @Nullable String paymentType;

    @Nullable String catalogId;

    @Nullable Charge tax;

    @Nullable Charge shipping;

    @Nullable Charge discount;

    @Nullable Instant expiresAt;

    @Nullable String expiryNote;

    PaymentRequestBuilder(String referenceId, GoodsKind goods, String currency) {
        this.referenceId = referenceId;
        this.goods = goods;
        this.currency = currency;
    }

    /** Sets the lines of the order, replacing earlier ones; at least one. */
    public PaymentRequestBuilder items(List<OrderItem> items) {
        this.items = new ArrayList<>(items);
        return this;
    }

    /** Adds one to the lines of the order; at least one. */
    public PaymentRequestBuilder addItem(OrderItem item) {
        this.items.add(item);
        return this;
    }

    /** Sets the ways to pay, replacing earlier ones. */
    public PaymentRequestBuilder settings(List<PaymentSetting> settings) {
        this.settings = new ArrayList<>(settings);
        return this;
    }

    /** Adds one to the ways to pay. */
    public PaymentRequestBuilder addSetting(PaymentSetting setting) {
        this.settings.add(setting);
        return this;
    }

    /** Sets the payment system, such as {@code br}; left out in India. */
    public PaymentRequestBuilder paymentType(String paymentType) {
        this.paymentType = Objects.requireNonNull(paymentType, "paymentType");
        return this;
    }

    /** Sets the catalog that the items are in. */
    public PaymentRequestBuilder catalogId(String catalogId) {
        this.catalogId = Objects.requireNonNull(catalogId, "catalogId");
        return this;
    }

    /** Sets the tax, zero if absent. */
    public PaymentRequestBuilder tax(Charge tax) {
        this.tax = Objects.requireNonNull(tax, "tax");
        return this;
    }

    /** Sets the shipping costs, zero if absent. */
    public PaymentRequestBuilder shipping(Charge shipping) {
        this.shipping = Objects.requireNonNull(shipping, "shipping");
        return this;
    }

    /** Sets the discount, zero if absent. */
    public PaymentRequestBuilder discount(Charge discount) {
        this.discount = Objects.requireNonNull(discount, "discount");
        return this;
    }

    /** Sets the time after which the order cannot be paid. */
    public PaymentRequestBuilder expiresAt(Instant expiresAt) {
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        return this;
    }

    /** Sets the text shown when it has expired; at most 120 characters. */
    public PaymentRequestBuilder expiryNote(String expiryNote) {
        this.expiryNote = Objects.requireNonNull(expiryNote, "expiryNote");
        return this;
    }

    /**
     * Returns the value, after checking it.
     *
     * @throws dev.wakit.InvalidMessageException if a limit is broken
     */
    public PaymentRequest build() {
        return new PaymentRequest(this);
    }
}
