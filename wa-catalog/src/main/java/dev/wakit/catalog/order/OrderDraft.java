package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.stock.Stock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An order that is to be placed: 1 to 500 lines in one currency. Immutable.
 *
 * @since 0.1
 */
public final class OrderDraft {

    /** The most of one line: {@value}. A cart of WhatsApp has at most 99. */
    public static final int MOST_PIECES = 100_000;

    private static final int MOST_LINES = 500;

    private final OrderOrigin origin;
    private final Currency currency;
    private final Buyer buyer;
    private final List<OrderLine> lines;
    private final List<Adjustment> adjustments;
    private final Map<String, String> fields;
    private final boolean taxIncluded;
    private final String location;

    private OrderDraft(Builder builder) {
        this.origin = builder.origin;
        this.currency = builder.currency;
        this.buyer = builder.buyer;
        this.lines = List.copyOf(builder.lines);
        this.adjustments = List.copyOf(builder.adjustments);
        this.fields = Limits.fields("fields", builder.fields);
        this.taxIncluded = builder.taxIncluded;
        this.location = builder.location;
    }

    /**
     * Starts an order.
     *
     * @param origin where it comes from; its key makes the order exist once
     * @param buyer who orders
     * @param currency the currency of all amounts
     */
    public static Builder builder(OrderOrigin origin, Buyer buyer, Currency currency) {
        return new Builder(origin, buyer, currency);
    }

    OrderOrigin origin() {
        return origin;
    }

    Currency currency() {
        return currency;
    }

    Buyer buyer() {
        return buyer;
    }

    List<OrderLine> lines() {
        return lines;
    }

    List<Adjustment> adjustments() {
        return adjustments;
    }

    Map<String, String> fields() {
        return fields;
    }

    boolean taxIncluded() {
        return taxIncluded;
    }

    String location() {
        return location;
    }

    /**
     * Checks a line before there is a draft.
     *
     * @throws InvalidOrderException if the quantity, the price or its currency is not possible
     */
    public static void check(Currency currency, LineItem item, int quantity, Money unitPrice) {
        checkLine(currency, item, unitPrice, quantity);
    }

    static void checkLine(Currency currency, LineItem item, Money unitPrice, int quantity) {
        if (quantity < 1 || quantity > MOST_PIECES) {
            throw new InvalidOrderException(
                    "line.quantity", "is " + quantity + ". Use 1 to 100,000, or flag the line as UNCLEAR_QUANTITY.");
        }
        checkMoney(currency, item, unitPrice);
    }

    private static void checkMoney(Currency currency, LineItem item, Money unitPrice) {
        if (!unitPrice.currency().equals(currency)
                || !item.listPrice().currency().equals(currency)) {
            throw new InvalidOrderException(
                    "line.unitPrice", "is in another currency than the order, " + currency + ". Convert it first.");
        }
        if (unitPrice.isNegative()) {
            throw new InvalidOrderException("line.unitPrice", "is " + unitPrice + ". Use nothing or more.");
        }
    }

    /**
     * Builds an {@link OrderDraft}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final OrderOrigin origin;
        private final Buyer buyer;
        private final Currency currency;
        private final List<OrderLine> lines = new ArrayList<>();
        private List<Adjustment> adjustments = List.of();
        private Map<String, String> fields = Map.of();
        private boolean taxIncluded;
        private String location = Stock.MAIN;

        private Builder(OrderOrigin origin, Buyer buyer, Currency currency) {
            this.origin = Objects.requireNonNull(origin, "origin");
            this.buyer = Objects.requireNonNull(buyer, "buyer");
            this.currency = Objects.requireNonNull(currency, "currency");
        }

        /**
         * Adds a line.
         *
         * @param quantity 1 to {@value OrderDraft#MOST_PIECES}
         * @throws InvalidOrderException if the quantity, the price or its currency is not possible
         */
        public Builder addLine(LineItem item, int quantity, Money unitPrice) {
            checkLine(currency, item, unitPrice, quantity);
            lines.add(new OrderLine(lines.size() + 1, item, unitPrice, LineFlag.CLEAR, quantity, 0, 0, 0));
            return this;
        }

        /**
         * Adds a line that waits for a person, so that nothing of what a customer sent is dropped; until it is settled the order cannot
         * be confirmed.
         *
         * @param quantity what was sent; counts as 0 while it is not possible
         */
        public Builder addFlagged(LineItem item, int quantity, Money unitPrice, LineFlag flag) {
            if (flag == LineFlag.CLEAR) {
                return addLine(item, quantity, unitPrice);
            }
            boolean isPossible = quantity >= 1 && quantity <= MOST_PIECES;
            if (!isPossible && flag != LineFlag.UNCLEAR_QUANTITY) {
                throw new InvalidOrderException("line.quantity", "is " + quantity + ". Flag it as UNCLEAR_QUANTITY.");
            }
            checkMoney(currency, item, unitPrice);
            lines.add(new OrderLine(lines.size() + 1, item, unitPrice, flag, isPossible ? quantity : 0, 0, 0, 0));
            return this;
        }

        /** Discount, shipping, fees, tax and rounding; only where no {@link OrderPricing} computes them. */
        public Builder adjustments(List<Adjustment> adjustments) {
            this.adjustments = List.copyOf(adjustments);
            return this;
        }

        /** The host's own fields; at most 50. */
        public Builder fields(Map<String, String> fields) {
            this.fields = Map.copyOf(fields);
            return this;
        }

        /** Whether prices contain the tax; default false. */
        public Builder taxIncluded(boolean taxIncluded) {
            this.taxIncluded = taxIncluded;
            return this;
        }

        /** From where it is shipped; default {@link Stock#MAIN}. */
        public Builder location(String location) {
            Limits.text("location", location, 1, 40);
            this.location = location;
            return this;
        }

        /**
         * Returns the draft.
         *
         * @throws InvalidOrderException if it has no line or more than 500, or an adjustment in another currency
         */
        public OrderDraft build() {
            if (lines.isEmpty() || lines.size() > MOST_LINES) {
                throw new InvalidOrderException("lines", "has " + lines.size() + " entries. Use 1 to 500.");
            }
            MoneyMoves.check(currency, adjustments);
            return new OrderDraft(this);
        }
    }
}
