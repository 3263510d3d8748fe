package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.OrderCommand.Adjust;
import dev.wakit.catalog.order.OrderCommand.Pay;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What commands do to the money of an order. Thread-safe. */
final class MoneyMoves {

    private final OrderPricing pricing;

    MoneyMoves(OrderPricing pricing) {
        this.pricing = pricing;
    }

    static boolean isPaidInWhatsApp(Order order) {
        Money net = Money.zero(order.head().currency());
        for (Payment payment : order.payments()) {
            if (payment.provider().equals(Payment.WHATSAPP)) {
                net = net.plus(effect(payment));
            }
        }
        return net.isPositive();
    }

    // Of a capture nobody knows the end of, the worst is assumed: that it happened.
    private static Money effect(Payment payment) {
        Money nothing = Money.zero(payment.amount().currency());
        return switch (payment.kind()) {
            case CAPTURE -> payment.state() == PaymentState.FAILED ? nothing : payment.amount();
            case REFUND ->
                payment.state() == PaymentState.SUCCEEDED ? payment.amount().negated() : nothing;
            case AUTHORIZE, VOID -> nothing;
        };
    }

    void adjust(OrderEdit edit, Adjust adjust) {
        set(edit, adjust.adjustments());
        edit.priced(OrderEventKind.ADJUSTED, Map.of());
    }

    /** Computes the adjustments again, if there is somebody who does; the total is checked in any case. */
    void reprice(OrderEdit edit) {
        Order order = edit.current();
        set(
                edit,
                pricing.isManual()
                        ? order.adjustments()
                        : pricing.adjust(new PricedOrder(
                                order.head().currency(), order.head().taxIncluded(), order.lines(), order.buyer())));
    }

    private static void set(OrderEdit edit, List<Adjustment> adjustments) {
        check(edit.current().head().currency(), adjustments);
        edit.adjustments(adjustments);
        Money total = edit.current().totals().total();
        if (total.isNegative()) {
            throw new InvalidOrderException(
                    "adjustments", "make the total " + total + ". Lower the discount, so that it is nothing or more.");
        }
    }

    static void check(Currency currency, List<Adjustment> adjustments) {
        adjustments.stream()
                .filter(adjustment -> !adjustment.amount().currency().equals(currency))
                .findFirst()
                .ifPresent(adjustment -> {
                    throw new InvalidOrderException(
                            "adjustments",
                            "has " + adjustment.amount() + ", and the order is in " + currency + ". Convert it first.");
                });
    }

    void pay(OrderEdit edit, Pay pay) {
        var payment = new Payment(pay.kind(), pay.amount(), pay.provider(), pay.reference(), pay.state(), edit.now());
        Currency currency = edit.current().head().currency();
        if (!payment.amount().currency().equals(currency)) {
            throw new InvalidOrderException(
                    "payment.amount", "is " + payment.amount() + ", and the order is in " + currency + ".");
        }
        for (int i = 0; i < edit.payments().size(); i++) {
            if (edit.payments().get(i).isSameAs(payment)) {
                again(edit, i, payment);
                return;
            }
        }
        checkRefund(edit, payment);
        edit.payments().add(payment);
        edit.event(OrderEventKind.PAYMENT, data(payment, ""));
    }

    private static void again(OrderEdit edit, int index, Payment payment) {
        Payment known = edit.payments().get(index);
        if (known.kind() != payment.kind() || !known.amount().equals(payment.amount())) {
            throw new InvalidOrderException(
                    "payment", "is known as " + known + ". A reference stands for one payment; use another one.");
        }
        if (known.state() == payment.state()) {
            return;
        }
        if (known.state() != PaymentState.PENDING) {
            throw new InvalidOrderException(
                    "payment", "is " + known.state() + " for ever. Record what followed as a payment of its own.");
        }
        edit.payments().set(index, payment);
        edit.event(OrderEventKind.PAYMENT, data(payment, known.state().name()));
    }

    private static void checkRefund(OrderEdit edit, Payment payment) {
        if (payment.kind() != PaymentKind.REFUND || payment.state() == PaymentState.FAILED) {
            return;
        }
        Order order = edit.current();
        Money pending = Money.sum(
                order.head().currency(),
                order.payments().stream()
                        .filter(other -> other.kind() == PaymentKind.REFUND && other.state() == PaymentState.PENDING)
                        .map(Payment::amount)
                        .toList());
        Money most = order.captured().minus(order.refunded()).minus(pending);
        if (payment.amount().compareTo(most) > 0) {
            throw new InvalidOrderException(
                    "payment.amount", "is " + payment.amount() + ". At most " + most + " can be given back.");
        }
    }

    private static Map<String, String> data(Payment payment, String was) {
        return Map.of(
                "kind",
                payment.kind().name(),
                "state",
                payment.state().name(),
                "was",
                was,
                OrderHistory.AMOUNT,
                Long.toString(payment.amount().minor()));
    }

    /** Ends an order of which everything was given back. */
    void settle(OrderEdit edit) {
        boolean isOver = edit.status() == OrderStatus.COMPLETED || edit.status() == OrderStatus.CANCELLED;
        if (isOver && edit.current().paymentStatus() == PaymentStatus.REFUNDED) {
            edit.move(OrderStatus.REFUNDED);
            edit.event(OrderEventKind.REFUNDED, Map.of());
        }
    }
}
