package dev.wakit.catalog.intake;

import dev.wakit.catalog.CatalogException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.Orders;
import dev.wakit.catalog.order.Payment;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.commerce.Amount;
import dev.wakit.inbound.PaymentChanged;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Records what became of payments inside WhatsApp. Thread-safe.
 *
 * <p>A payment is known by its id at the gateway, or where there is none by the order, and moves on from PENDING only: webhooks may come
 * twice and in any order.
 */
final class Payments {

    private static final String ACTOR = "whatsapp";
    // With the letter of a state before it, the name of a command has 100 characters at most.
    private static final int LONGEST_REFERENCE = 98;

    private final Orders orders;

    Payments(Orders orders) {
        this.orders = orders;
    }

    /** What became of it; empty if the order was asked for by somebody else. */
    Optional<IntakeEvent> take(PaymentChanged payment) {
        if (payment.referenceId().isEmpty()) {
            return Optional.empty();
        }
        return orders.find(payment.referenceId()).map(order -> record(order, payment));
    }

    private IntakeEvent record(Order order, PaymentChanged news) {
        Optional<PaymentState> state = state(news);
        if (state.isEmpty()) {
            return unclear(order, "WhatsApp calls its state '" + news.state() + "', which is not known");
        }
        String reference = news.transactionId().isEmpty() ? news.referenceId() : news.transactionId();
        if (reference.length() > LONGEST_REFERENCE) {
            return unclear(order, "its id at the gateway has more than " + LONGEST_REFERENCE + " characters");
        }
        if (isOver(order, reference, state.get())) {
            return new IntakeEvent.PaymentRecorded(order);
        }
        try {
            var pay = new OrderCommand.Pay(
                    PaymentKind.CAPTURE, amount(order, news), Payment.WHATSAPP, reference, state.get());
            String command = state.get().name().charAt(0) + ":" + reference;
            return new IntakeEvent.PaymentRecorded(orders.apply(order.id(), pay, CommandContext.of(command, ACTOR)));
        } catch (CatalogException | IllegalArgumentException impossible) {
            return unclear(order, String.valueOf(impossible.getMessage()));
        }
    }

    private static IntakeEvent unclear(Order order, String reason) {
        return new IntakeEvent.PaymentUnclear(order, reason);
    }

    // News that are older than what is known change nothing.
    private static boolean isOver(Order order, String reference, PaymentState state) {
        return order.payments().stream()
                .filter(known -> known.provider().equals(Payment.WHATSAPP)
                        && known.reference().equals(reference))
                .anyMatch(known -> known.state() == PaymentState.SUCCEEDED
                        || known.state() == PaymentState.FAILED && state == PaymentState.PENDING);
    }

    // While the order waits for its payment, a try of it may have failed.
    private static Optional<PaymentState> state(PaymentChanged news) {
        Optional<PaymentState> whole = state(news.state());
        return whole.filter(PaymentState.PENDING::equals).isPresent()
                ? state(news.transactionStatus()).or(() -> whole)
                : whole;
    }

    private static Optional<PaymentState> state(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "captured", "success" -> Optional.of(PaymentState.SUCCEEDED);
            case "failed" -> Optional.of(PaymentState.FAILED);
            case "pending" -> Optional.of(PaymentState.PENDING);
            default -> Optional.empty();
        };
    }

    /** The whole order, where WhatsApp names no amount. */
    private static Money amount(Order order, PaymentChanged news) {
        if (news.amount().equals(Amount.ZERO)) {
            return order.totals().total();
        }
        BigDecimal amount = BigDecimal.valueOf(news.amount().value())
                .divide(BigDecimal.valueOf(news.amount().offset()));
        return Money.of(amount, news.currency().isEmpty() ? order.head().currency() : Money.currency(news.currency()));
    }
}
