package dev.wakit.samples.server.shop;

import dev.wakit.address.InvalidPhoneNumberException;
import dev.wakit.address.PhoneNumber;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Fulfilment;
import dev.wakit.catalog.order.FulfilmentStatus;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderEvent;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.OrderTotals;
import dev.wakit.catalog.order.PaymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown. The number of the person is masked; {@code due} is the amount that is still to be paid, and {@code actions}
 * are what can be done to it now.
 */
record OrderView(
        String id,
        String number,
        String status,
        String payment,
        String fulfilment,
        String source,
        String contact,
        String name,
        @Nullable String note,
        List<LineView> lines,
        Totals totals,
        String paid,
        @Nullable String due,
        String refunded,
        boolean needsRefund,
        List<ShipmentView> shipments,
        @Nullable String cancelReason,
        List<String> actions,
        String placedAt,
        String updatedAt,
        long version) {

    /** One line; {@code flag} says why it waits for a person. */
    record LineView(
            int number,
            String retailerId,
            String title,
            Map<String, String> options,
            String image,
            String unitPrice,
            int quantity,
            int fulfilled,
            int cancelled,
            int returned,
            int open,
            String total,
            @Nullable String flag) {

        static LineView of(OrderLine line) {
            return new LineView(
                    line.number(),
                    line.item().retailerId(),
                    line.item().title(),
                    line.item().options(),
                    line.item().imageLink(),
                    line.unitPrice().toString(),
                    line.quantity(),
                    line.fulfilled(),
                    line.cancelled(),
                    line.returned(),
                    line.open(),
                    line.total().toString(),
                    line.flag() == LineFlag.CLEAR ? null : line.flag().name());
        }
    }

    /** What it costs. */
    record Totals(
            String items, String discount, String shipping, String fee, String tax, String rounding, String total) {

        static Totals of(OrderTotals totals) {
            return new Totals(
                    totals.items().toString(),
                    totals.discount().toString(),
                    totals.shipping().toString(),
                    totals.fee().toString(),
                    totals.tax().toString(),
                    totals.rounding().toString(),
                    totals.total().toString());
        }
    }

    /** One shipment, with how many pieces of which line. */
    record ShipmentView(
            int number,
            String state,
            Map<Integer, Integer> quantities,
            String carrier,
            String trackingNumber,
            String trackingUrl,
            String shippedAt,
            @Nullable String deliveredAt) {

        static ShipmentView of(Fulfilment shipment) {
            return new ShipmentView(
                    shipment.number(),
                    shipment.state().name(),
                    shipment.quantities(),
                    shipment.tracking().carrier(),
                    shipment.tracking().number(),
                    shipment.tracking().url(),
                    shipment.shippedAt().toString(),
                    shipment.deliveredAt().equals(Instant.EPOCH)
                            ? null
                            : shipment.deliveredAt().toString());
        }
    }

    /** One thing that happened. */
    record EventView(int sequence, String kind, String actor, String at) {

        static EventView of(OrderEvent event) {
            return new EventView(
                    event.sequence(),
                    event.kind().name(),
                    event.actor(),
                    event.at().toString());
        }
    }

    static OrderView of(Order order) {
        Money due = order.totals().total().minus(order.captured());
        return new OrderView(
                order.id().toString(),
                order.number(),
                order.status().name(),
                order.paymentStatus().name(),
                order.fulfilmentStatus().name(),
                order.head().origin().source().name(),
                masked(order.buyer().contact()),
                order.buyer().name(),
                order.buyer().note().isEmpty() ? null : order.buyer().note(),
                order.lines().stream().map(LineView::of).toList(),
                Totals.of(order.totals()),
                order.captured().toString(),
                due.isPositive() ? due.amount().toPlainString() : null,
                order.refunded().toString(),
                order.needsRefund(),
                order.fulfilments().stream().map(ShipmentView::of).toList(),
                order.cancelReason().isEmpty() ? null : order.cancelReason(),
                actions(order),
                order.head().placedAt().toString(),
                order.updatedAt().toString(),
                order.version());
    }

    private static String masked(String contact) {
        try {
            return contact.isEmpty() ? "" : PhoneNumber.parse(contact).masked();
        } catch (InvalidPhoneNumberException notANumber) {
            return "•••••";
        }
    }

    private static List<String> actions(Order order) {
        var actions = new ArrayList<String>();
        OrderStatus status = order.status();
        boolean isClear = order.lines().stream().allMatch(line -> line.flag() == LineFlag.CLEAR);
        boolean isWorkedOn = status == OrderStatus.CONFIRMED || status == OrderStatus.PROCESSING;
        boolean isPaid = order.paymentStatus() == PaymentStatus.PAID;
        if (status == OrderStatus.PENDING) {
            actions.add(isClear ? "confirm" : "resolve");
        }
        if (status == OrderStatus.CONFIRMED) {
            actions.add("start");
        }
        if (isWorkedOn && order.lines().stream().anyMatch(line -> line.open() > 0)) {
            actions.add("fulfil");
        }
        if (!isPaid && Set.of(PaymentStatus.UNPAID, PaymentStatus.PARTIAL).contains(order.paymentStatus())) {
            actions.add("pay");
        }
        if (status == OrderStatus.PROCESSING && isPaid && order.fulfilmentStatus() == FulfilmentStatus.FULFILLED) {
            actions.add("complete");
        }
        boolean isShipped = order.lines().stream().anyMatch(line -> line.fulfilled() > 0);
        if ((status == OrderStatus.PENDING || isWorkedOn) && !isShipped) {
            actions.add("cancel");
        }
        return actions;
    }
}
