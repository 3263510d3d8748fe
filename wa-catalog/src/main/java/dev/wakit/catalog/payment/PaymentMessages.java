package dev.wakit.catalog.payment;

import dev.wakit.WhatsAppException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderTotals;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.Charge;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.PaymentRequestBuilder;
import dev.wakit.message.interactive.OrderStatus;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Makes WhatsApp's own messages about an order. Thread-safe.
 *
 * @since 0.1
 */
public final class PaymentMessages {

    /** What WhatsApp takes as a reference in every country. */
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,35}");

    private final PaymentTerms terms;

    /** By terms. */
    public PaymentMessages(PaymentTerms terms) {
        this.terms = terms;
    }

    /**
     * The order as WhatsApp shows it to review and pay, under its number. Its amounts add up to the total of the order.
     *
     * @throws OrderStateException if it is paid, called off or completed, or has lines that wait for a person
     * @throws InvalidOrderException if it is in another currency or country, or has an amount that WhatsApp cannot show
     */
    public PaymentRequest request(Order order) {
        check(order);
        OrderTotals totals = order.totals();
        PaymentRequestBuilder request = PaymentRequest.builder(
                reference(order), terms.goods(), order.head().currency().getCurrencyCode());
        order.lines().stream().filter(line -> line.billed() > 0).forEach(line -> request.addItem(item(line)));
        request.settings(terms.ways().of(order));
        set(terms.paymentType(), request::paymentType);
        set(terms.metaCatalog(), request::catalogId);
        Money tax = order.head().taxIncluded() ? Money.zero(order.head().currency()) : totals.tax();
        request.tax(Charge.of(amount(tax)));
        request.shipping(Charge.of(amount(totals.shipping())));
        request.discount(Charge.of(amount(totals.discount())));
        PaymentRequest built = request.build();
        if (built.total().value() != totals.total().minor()) {
            throw new InvalidOrderException(
                    "total",
                    "is " + totals.total() + ", and the amounts that WhatsApp shows add up to "
                            + built.total().value() + ". Check the adjustments of order " + order.number() + ".");
        }
        return built;
    }

    /**
     * News about an order that the buyer was asked to pay.
     *
     * @throws OrderStateException if it is called off although it was paid inside WhatsApp, which WhatsApp refuses
     */
    public OrderStatus status(Order order, OrderState state) {
        if (state == OrderState.CANCELED && order.isPaidInWhatsApp()) {
            throw new OrderStateException(
                    "Order " + order.number()
                            + " was paid inside WhatsApp, or may be, and WhatsApp refuses to show it as cancelled. Refund it first.");
        }
        return OrderStatus.of(reference(order), state);
    }

    private void check(Order order) {
        boolean isOver = switch (order.status()) {
            case PENDING, CONFIRMED, PROCESSING -> false;
            case COMPLETED, CANCELLED, REFUNDED -> true;
        };
        if (isOver || order.paymentStatus() != PaymentStatus.UNPAID) {
            throw new OrderStateException("Order " + order.number() + " is " + order.status() + " and "
                    + order.paymentStatus() + ". Only an open order of which nothing is paid can be paid.");
        }
        if (!order.head().currency().equals(terms.country().currency())) {
            throw new InvalidOrderException(
                    "currency",
                    "is " + order.head().currency() + ", and payments in " + terms.country() + " are in "
                            + terms.country().currency() + ".");
        }
        if (!isThere(order.buyer().contact())) {
            throw new InvalidOrderException(
                    "buyer.contact",
                    "is no phone number of " + terms.country() + ". Both numbers must be there; use another payment.");
        }
        OrderTotals totals = order.totals();
        if (!totals.fee().isZero() || !totals.rounding().isZero()) {
            throw new InvalidOrderException(
                    "adjustments",
                    "have a fee of " + totals.fee() + " and a rounding of " + totals.rounding()
                            + ", which WhatsApp cannot show. Add fees to the shipping, and do not round.");
        }
    }

    private boolean isThere(String contact) {
        try {
            return PhoneNumber.tryParse(contact)
                    .filter(phone -> phone.region().equals(terms.country().region()))
                    .isPresent();
        } catch (WhatsAppException none) {
            return false;
        }
    }

    private OrderItem item(OrderLine line) {
        OrderItem.Builder item = OrderItem.builder(
                line.item().retailerId(), name(line.item().title()), amount(line.unitPrice()), line.billed());
        if (terms.metaCatalog().isEmpty()) {
            set(terms.origin().country(), item::countryOfOrigin);
            set(terms.origin().importerName(), item::importerName);
            set(terms.origin().importerAddress(), item::importerAddress);
        }
        return item.build();
    }

    private static String name(String title) {
        if (title.length() <= OrderItem.MAX_NAME) {
            return title;
        }
        int end = OrderItem.MAX_NAME - 1;
        return title.substring(0, Character.isHighSurrogate(title.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static Amount amount(Money money) {
        return Amount.of(money.minor());
    }

    private static String reference(Order order) {
        if (!REFERENCE.matcher(order.number()).matches()) {
            throw new InvalidOrderException(
                    "number",
                    "is '" + order.number() + "'. WhatsApp takes 1 to 35 of A-Z a-z 0-9 . _ - as a reference.");
        }
        return order.number();
    }

    private static void set(String value, Consumer<String> setter) {
        if (!value.isEmpty()) {
            setter.accept(value);
        }
    }
}
