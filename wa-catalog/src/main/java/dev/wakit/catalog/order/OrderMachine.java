package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.order.OrderCommand.Adjust;
import dev.wakit.catalog.order.OrderCommand.Cancel;
import dev.wakit.catalog.order.OrderCommand.CancelQuantity;
import dev.wakit.catalog.order.OrderCommand.Complete;
import dev.wakit.catalog.order.OrderCommand.Confirm;
import dev.wakit.catalog.order.OrderCommand.Deliver;
import dev.wakit.catalog.order.OrderCommand.Pay;
import dev.wakit.catalog.order.OrderCommand.Resolve;
import dev.wakit.catalog.order.OrderCommand.SetFields;
import dev.wakit.catalog.order.OrderCommand.Ship;
import dev.wakit.catalog.order.OrderCommand.Start;
import dev.wakit.catalog.order.OrderCommand.TakeBack;
import dev.wakit.catalog.order.OrderCommand.Track;
import dev.wakit.catalog.stock.StockEffect.Kind;
import java.time.Instant;
import java.util.Map;

/**
 * Computes what a command makes of an order. A pure function of the order, the command and the time; thread-safe.
 *
 * <p>What a command may do is in {@link OrderRules}; what it does to lines is in {@link LineMoves}, to money in {@link MoneyMoves}.
 */
final class OrderMachine {

    private final PaymentPolicy payment;
    private final LineMoves lines;
    private final MoneyMoves money;

    OrderMachine(OrderPricing pricing, PaymentPolicy payment) {
        this.payment = payment;
        this.money = new MoneyMoves(pricing);
        this.lines = new LineMoves(money);
    }

    OrderChange apply(Order order, OrderCommand command, CommandContext context, Instant now) {
        OrderRules.check(order, command);
        var edit = new OrderEdit(order, context, now);
        run(edit, command);
        money.settle(edit);
        return edit.done();
    }

    private void run(OrderEdit edit, OrderCommand command) {
        if (command instanceof Resolve resolve) {
            lines.resolve(edit, resolve);
        } else if (command instanceof Ship ship) {
            lines.ship(edit, ship);
        } else if (command instanceof Track track) {
            lines.track(edit, track);
        } else if (command instanceof Deliver deliver) {
            lines.deliver(edit, deliver);
        } else if (command instanceof CancelQuantity cancel) {
            lines.cancel(edit, cancel);
        } else if (command instanceof TakeBack takeBack) {
            lines.takeBack(edit, takeBack);
        } else if (command instanceof Adjust adjust) {
            money.adjust(edit, adjust);
        } else if (command instanceof Pay pay) {
            money.pay(edit, pay);
        } else if (command instanceof SetFields set) {
            setFields(edit, set);
        } else {
            step(edit, command);
        }
    }

    private void step(OrderEdit edit, OrderCommand command) {
        if (command instanceof Confirm) {
            confirm(edit);
        } else if (command instanceof Start) {
            edit.move(OrderStatus.PROCESSING);
            edit.event(OrderEventKind.STARTED, Map.of());
        } else if (command instanceof Complete) {
            complete(edit);
        } else if (command instanceof Cancel cancel) {
            cancel(edit, cancel.reason(), OrderEventKind.CANCELLED);
        } else {
            expire(edit);
        }
    }

    private static void confirm(OrderEdit edit) {
        edit.lines().stream()
                .filter(line -> line.flag() != LineFlag.CLEAR)
                .findFirst()
                .ifPresent(line -> {
                    throw new OrderStateException("Line " + line.number() + " of order "
                            + edit.current().number() + " is " + line.flag()
                            + ". Settle it with Resolve before the order is confirmed.");
                });
        if (!edit.isReserved()) {
            edit.lines().forEach(line -> edit.effect(Kind.RESERVE, line, line.open()));
            edit.reserved();
        }
        edit.move(OrderStatus.CONFIRMED);
        edit.neverExpires();
        edit.event(OrderEventKind.CONFIRMED, Map.of());
    }

    private void complete(OrderEdit edit) {
        Order order = edit.current();
        FulfilmentStatus fulfilment = order.fulfilmentStatus();
        if (fulfilment != FulfilmentStatus.FULFILLED && fulfilment != FulfilmentStatus.NOT_APPLICABLE) {
            throw new OrderStateException("Order " + order.number() + " is " + fulfilment
                    + ". Ship the rest of it, or cancel the rest, before it is completed.");
        }
        boolean isPaid = order.captured().compareTo(order.totals().total()) >= 0;
        if (payment == PaymentPolicy.PAID_BEFORE_COMPLETE && !isPaid) {
            throw new OrderStateException("Order " + order.number() + " is " + order.paymentStatus()
                    + ". Record its payment before it is completed, or use the policy ANY.");
        }
        edit.move(OrderStatus.COMPLETED);
        edit.event(OrderEventKind.COMPLETED, Map.of());
    }

    private static void cancel(OrderEdit edit, String reason, OrderEventKind kind) {
        Order order = edit.current();
        if (order.lines().stream().anyMatch(line -> line.fulfilled() > 0)) {
            throw new OrderStateException("Pieces of order " + order.number()
                    + " were handed over. Cancel the rest by quantity, and take back what returns.");
        }
        if (MoneyMoves.isPaidInWhatsApp(order)) {
            throw new OrderStateException("Order " + order.number()
                    + " was paid inside WhatsApp, which refuses to cancel it. Refund it first.");
        }
        if (edit.isReserved()) {
            edit.lines().forEach(line -> edit.effect(Kind.RELEASE, line, line.open()));
        }
        edit.move(OrderStatus.CANCELLED);
        edit.neverExpires();
        edit.cancelReason(reason);
        edit.event(kind, Map.of("reason", reason));
    }

    private static void expire(OrderEdit edit) {
        Instant due = edit.current().expiresAt();
        if (due.equals(Instant.EPOCH) || edit.now().isBefore(due)) {
            throw new OrderStateException(
                    "The time of order " + edit.current().number() + " has not run out. Cancel it instead.");
        }
        cancel(edit, "expired", OrderEventKind.EXPIRED);
    }

    // The names alone are history: the values may be personal.
    private static void setFields(OrderEdit edit, SetFields set) {
        Map<String, String> before = Map.copyOf(edit.fields());
        set.fields().forEach((name, value) -> {
            if (value.isEmpty()) {
                edit.fields().remove(name);
            } else {
                edit.fields().put(name, value);
            }
        });
        Limits.fields("fields", edit.fields());
        if (set.fields().isEmpty()) {
            throw new InvalidOrderException("fields", "is empty. Name at least one field.");
        }
        if (!before.equals(edit.fields())) {
            edit.event(
                    OrderEventKind.FIELDS_SET,
                    Map.of(
                            "names",
                            String.join(
                                    " ", set.fields().keySet().stream().sorted().toList())));
        }
    }
}
