package dev.wakit.catalog.order;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.order.OrderCommand.CancelQuantity;
import dev.wakit.catalog.order.OrderCommand.Deliver;
import dev.wakit.catalog.order.OrderCommand.Resolve;
import dev.wakit.catalog.order.OrderCommand.Ship;
import dev.wakit.catalog.order.OrderCommand.TakeBack;
import dev.wakit.catalog.order.OrderCommand.Track;
import dev.wakit.catalog.stock.StockEffect.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** What commands do to the lines and the shipments of an order. Thread-safe. */
final class LineMoves {

    private final MoneyMoves money;

    LineMoves(MoneyMoves money) {
        this.money = money;
    }

    void resolve(OrderEdit edit, Resolve resolve) {
        OrderLine line = edit.line(resolve.line());
        OrderDraft.checkLine(edit.current().head().currency(), resolve.item(), resolve.unitPrice(), resolve.quantity());
        if (edit.isReserved()) {
            edit.effect(Kind.RELEASE, line, line.open());
        }
        edit.line(
                line.number(),
                (old, quantity) -> old.resolved(resolve.item(), quantity, resolve.unitPrice()),
                resolve.quantity());
        if (edit.isReserved()) {
            edit.effect(Kind.RESERVE, edit.line(line.number()), resolve.quantity());
        }
        money.reprice(edit);
        edit.priced(OrderEventKind.LINE_RESOLVED, Map.of(OrderHistory.LINE + line.number(), "" + resolve.quantity()));
    }

    void ship(OrderEdit edit, Ship ship) {
        check(edit, ship.quantities(), OrderLine::open, "still to be handed over");
        if (edit.status() == OrderStatus.CONFIRMED) {
            edit.move(OrderStatus.PROCESSING);
            edit.event(OrderEventKind.STARTED, Map.of());
        }
        ship.quantities().forEach((number, quantity) -> {
            edit.effect(Kind.CONSUME, edit.line(number), quantity);
            edit.line(number, OrderLine::fulfil, quantity);
        });
        int number = edit.fulfilments().size() + 1;
        edit.fulfilments()
                .add(new Fulfilment(
                        number,
                        ship.quantities(),
                        ship.tracking(),
                        FulfilmentState.SHIPPED,
                        edit.now(),
                        Instant.EPOCH));
        edit.event(OrderEventKind.SHIPPED, data(ship.quantities(), number));
    }

    void track(OrderEdit edit, Track track) {
        Fulfilment shipped = fulfilment(edit, track.fulfilment());
        if (!shipped.tracking().equals(track.tracking())) {
            edit.fulfilments().set(track.fulfilment() - 1, shipped.tracked(track.tracking()));
            edit.event(OrderEventKind.TRACKED, data(new TreeMap<>(), track.fulfilment()));
        }
    }

    void deliver(OrderEdit edit, Deliver deliver) {
        Fulfilment shipped = fulfilment(edit, deliver.fulfilment());
        if (shipped.state() != FulfilmentState.DELIVERED) {
            edit.fulfilments().set(deliver.fulfilment() - 1, shipped.delivered(edit.now()));
            edit.event(OrderEventKind.DELIVERED, data(new TreeMap<>(), deliver.fulfilment()));
        }
    }

    private static Fulfilment fulfilment(OrderEdit edit, int number) {
        if (number < 1 || number > edit.fulfilments().size()) {
            throw new InvalidOrderException(
                    "fulfilment",
                    number + " is not of this order, which has "
                            + edit.fulfilments().size() + ".");
        }
        return edit.fulfilments().get(number - 1);
    }

    void cancel(OrderEdit edit, CancelQuantity cancel) {
        check(edit, cancel.quantities(), OrderLine::open, "still to be handed over");
        cancel.quantities().forEach((number, quantity) -> {
            if (edit.isReserved()) {
                edit.effect(Kind.RELEASE, edit.line(number), quantity);
            }
            edit.line(number, OrderLine::cancel, quantity);
        });
        if (edit.lines().stream().allMatch(line -> line.billed() == 0)) {
            throw new OrderStateException(
                    "Nothing of order " + edit.current().number() + " would be left. Cancel the order instead.");
        }
        money.reprice(edit);
        var data = new TreeMap<>(data(cancel.quantities(), 0));
        data.put("reason", cancel.reason());
        edit.priced(OrderEventKind.QUANTITY_CANCELLED, data);
    }

    void takeBack(OrderEdit edit, TakeBack takeBack) {
        check(edit, takeBack.quantities(), line -> line.fulfilled() - line.returned(), "with the customer");
        takeBack.quantities().forEach((number, quantity) -> {
            if (takeBack.restock()) {
                edit.effect(Kind.RESTOCK, edit.line(number), quantity);
            }
            edit.line(number, OrderLine::giveBack, quantity);
        });
        edit.event(OrderEventKind.RETURNED, data(takeBack.quantities(), 0));
    }

    private static void check(
            OrderEdit edit, SortedMap<Integer, Integer> quantities, ToIntFunction<OrderLine> most, String where) {
        if (quantities.isEmpty()) {
            throw new InvalidOrderException("quantities", "is empty. Name at least one line.");
        }
        quantities.forEach((number, quantity) -> {
            int possible = most.applyAsInt(edit.line(number));
            if (quantity < 1 || quantity > possible) {
                throw new InvalidOrderException(
                        "quantities",
                        "asks for " + quantity + " of line " + number + ". " + possible + " are " + where
                                + ", so use 1 to " + possible + ".");
            }
        });
    }

    private static Map<String, String> data(SortedMap<Integer, Integer> quantities, int fulfilment) {
        var data = new TreeMap<String, String>();
        quantities.forEach((number, quantity) -> data.put(OrderHistory.LINE + number, "" + quantity));
        if (fulfilment > 0) {
            data.put("fulfilment", "" + fulfilment);
        }
        return data;
    }
}
