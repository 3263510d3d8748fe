package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order as it stood at one moment. Immutable.
 *
 * @param head what never changes
 * @param buyer who ordered; personal data
 * @param status where it stands
 * @param cancelReason why it was called off; empty if it was not
 * @param isReserved whether stock was reserved for it
 * @param lines what was bought, by number
 * @param adjustments what is added and taken off
 * @param payments what was paid and given back, in the order of recording
 * @param fulfilments what was shipped, by number
 * @param fields the host's own fields
 * @param expiresAt when it is called off unless it is confirmed; the epoch if never
 * @param updatedAt when it was last changed
 * @param events how many events its history has
 * @param version 1 when placed, one more with each change
 * @since 0.1
 */
public record Order(
        OrderHead head,
        Buyer buyer,
        OrderStatus status,
        String cancelReason,
        boolean isReserved,
        List<OrderLine> lines,
        List<Adjustment> adjustments,
        List<Payment> payments,
        List<Fulfilment> fulfilments,
        Map<String, String> fields,
        Instant expiresAt,
        Instant updatedAt,
        int events,
        long version) {

    /** Copies the lists. */
    public Order {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
        payments = List.copyOf(payments);
        fulfilments = List.copyOf(fulfilments);
        fields = Limits.fields("fields", fields);
    }

    /** The same order under a number. */
    public Order numbered(String number) {
        return with(head.numbered(number), adjustments);
    }

    /** The same order with other adjustments. */
    Order withAdjustments(List<Adjustment> others) {
        return with(head, others);
    }

    private Order with(OrderHead newHead, List<Adjustment> newAdjustments) {
        return new Order(
                newHead,
                buyer,
                status,
                cancelReason,
                isReserved,
                lines,
                newAdjustments,
                payments,
                fulfilments,
                fields,
                expiresAt,
                updatedAt,
                events,
                version);
    }

    /** Its id. */
    public OrderId id() {
        return head.id();
    }

    /** Its number for people. */
    public String number() {
        return head.number();
    }

    /** What it costs. */
    public OrderTotals totals() {
        return OrderTotals.of(head.currency(), lines, adjustments, head.taxIncluded());
    }

    /** What was paid so far, without what was given back. */
    public Money captured() {
        return sum(PaymentKind.CAPTURE);
    }

    /** What was given back so far. */
    public Money refunded() {
        return sum(PaymentKind.REFUND);
    }

    private Money sum(PaymentKind kind) {
        return Money.sum(
                head.currency(),
                payments.stream()
                        .filter(payment -> payment.moves(kind))
                        .map(Payment::amount)
                        .toList());
    }

    /** What was paid of it. */
    public PaymentStatus paymentStatus() {
        Money captured = captured();
        Money refunded = refunded();
        if (refunded.isPositive()) {
            return refunded.equals(captured) ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        }
        if (captured.compareTo(totals().total()) >= 0) {
            return PaymentStatus.PAID;
        }
        return captured.isZero() ? PaymentStatus.UNPAID : PaymentStatus.PARTIAL;
    }

    /** What was handed over of it. */
    public FulfilmentStatus fulfilmentStatus() {
        long fulfilled = lines.stream().mapToLong(OrderLine::fulfilled).sum();
        long billed = lines.stream().mapToLong(OrderLine::billed).sum();
        if (billed == 0) {
            return FulfilmentStatus.NOT_APPLICABLE;
        }
        if (fulfilled == 0) {
            return FulfilmentStatus.UNFULFILLED;
        }
        return fulfilled < billed ? FulfilmentStatus.PARTIALLY_FULFILLED : FulfilmentStatus.FULFILLED;
    }

    /** Whether more was paid than it costs, and not given back. */
    public boolean isOverpaid() {
        return net().compareTo(totals().total()) > 0;
    }

    /** Whether it was called off, and something that was paid was not given back. */
    public boolean needsRefund() {
        return (status == OrderStatus.CANCELLED || status == OrderStatus.REFUNDED)
                && net().isPositive()
                && lines.stream().allMatch(line -> line.fulfilled() == 0);
    }

    private Money net() {
        return captured().minus(refunded());
    }

    /** Whether it was paid inside WhatsApp, or may be, and that was not given back: WhatsApp refuses to cancel it then. */
    public boolean isPaidInWhatsApp() {
        return MoneyMoves.isPaidInWhatsApp(this);
    }

    /** The line with this number, if there is one. */
    public Optional<OrderLine> line(int number) {
        return lines.stream().filter(line -> line.number() == number).findFirst();
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "Order[" + number() + " " + status + " " + paymentStatus() + " " + fulfilmentStatus() + "]";
    }
}
