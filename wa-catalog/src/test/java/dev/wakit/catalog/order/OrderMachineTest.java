package dev.wakit.catalog.order;

import static dev.wakit.catalog.order.OrderFactory.NOW;
import static dev.wakit.catalog.order.OrderFactory.order;
import static dev.wakit.catalog.order.OrderFactory.pieces;
import static dev.wakit.catalog.order.OrderFactory.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.stock.StockEffect;
import dev.wakit.catalog.stock.StockEffect.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderMachineTest {

    private final OrderMachine machine = new OrderMachine(OrderPricing.MANUAL, PaymentPolicy.PAID_BEFORE_COMPLETE);
    private int commands;

    private OrderChange run(Order order, OrderCommand command) {
        return machine.apply(order, command, CommandContext.of("c" + ++commands, "anna"), NOW);
    }

    private Order after(Order order, OrderCommand... all) {
        Order now = order;
        for (OrderCommand command : all) {
            now = run(now, command).after();
        }
        return now;
    }

    private static OrderCommand.Pay capture(String amount, String reference) {
        return new OrderCommand.Pay(PaymentKind.CAPTURE, usd(amount), "bank", reference, PaymentState.SUCCEEDED);
    }

    private static OrderCommand.Pay refund(String amount, String reference) {
        return new OrderCommand.Pay(PaymentKind.REFUND, usd(amount), "bank", reference, PaymentState.SUCCEEDED);
    }

    private static OrderCommand.Ship ship(int... pieces) {
        return new OrderCommand.Ship(pieces(pieces), Tracking.NONE);
    }

    private Order in(OrderStatus status) {
        Order placed = order(3);
        return switch (status) {
            case PENDING -> placed;
            case CONFIRMED -> after(placed, new OrderCommand.Confirm());
            case PROCESSING -> after(in(OrderStatus.CONFIRMED), new OrderCommand.Start());
            case COMPLETED ->
                after(in(OrderStatus.CONFIRMED), ship(1, 3), capture("30", "p"), new OrderCommand.Complete());
            case CANCELLED -> after(placed, new OrderCommand.Cancel("changed her mind"));
            case REFUNDED -> after(in(OrderStatus.COMPLETED), refund("30", "r"));
        };
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusCanBeReached(OrderStatus status) {
        assertThat(in(status).status()).isEqualTo(status);
    }

    @Test
    void everyCommandIsInTheTable() {
        assertThat(OrderRules.ALLOWED.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OrderCommand.class.getPermittedSubclasses())
                        .map(type -> type.<OrderCommand>asSubclass(OrderCommand.class))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Resolve        | PENDING",
                "Confirm        | PENDING",
                "Expire         | PENDING",
                "Start          | CONFIRMED",
                "Ship           | CONFIRMED PROCESSING",
                "Track          | PROCESSING COMPLETED REFUNDED",
                "Deliver        | PROCESSING COMPLETED REFUNDED",
                "TakeBack       | PROCESSING COMPLETED REFUNDED",
                "CancelQuantity | PENDING CONFIRMED PROCESSING",
                "Adjust         | PENDING CONFIRMED PROCESSING",
                "Cancel         | PENDING CONFIRMED PROCESSING",
                "Complete       | PROCESSING",
                "Pay            | PENDING CONFIRMED PROCESSING COMPLETED CANCELLED REFUNDED",
                "SetFields      | PENDING CONFIRMED PROCESSING COMPLETED CANCELLED REFUNDED"
            })
    void isRefusedInEveryOtherStatus(String name, String statuses) {
        OrderCommand command = commands().stream()
                .filter(one -> one.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
        Set<OrderStatus> allowed =
                Stream.of(statuses.split(" ")).map(OrderStatus::valueOf).collect(Collectors.toSet());

        for (OrderStatus status : OrderStatus.values()) {
            if (!allowed.contains(status)) {
                assertThatThrownBy(() -> run(in(status), command))
                        .as("%s while %s", name, status)
                        .isInstanceOf(OrderStateException.class)
                        .hasMessageContaining("is " + status)
                        .hasMessageContaining(name);
            } else {
                assertThat(OrderRules.ALLOWED.get(command.getClass())).contains(status);
            }
        }
    }

    private static List<OrderCommand> commands() {
        return List.of(
                new OrderCommand.Resolve(1, OrderFactory.item(1, usd("1"), "0"), 1, usd("1")),
                new OrderCommand.Confirm(),
                new OrderCommand.Expire(),
                new OrderCommand.Start(),
                ship(1, 1),
                new OrderCommand.Track(1, Tracking.NONE),
                new OrderCommand.Deliver(1),
                new OrderCommand.TakeBack(pieces(1, 1), true),
                new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"),
                new OrderCommand.Adjust(List.of()),
                new OrderCommand.Cancel("sold out"),
                new OrderCommand.Complete(),
                capture("1", "x"),
                new OrderCommand.SetFields(Map.of("a", "b")));
    }

    @Test
    void threeShipmentsACancelledRestAndAReturn() {
        Order order = after(order(3, 2), new OrderCommand.Confirm(), ship(1, 1));
        assertThat(order.status()).isEqualTo(OrderStatus.PROCESSING);
        assertThat(order.fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIALLY_FULFILLED);

        order = after(order, ship(1, 1, 2, 1), ship(2, 1));
        assertThat(order.fulfilments()).hasSize(3);
        assertThat(order.fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIALLY_FULFILLED);

        order = after(order, new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"));
        assertThat(order.fulfilmentStatus()).isEqualTo(FulfilmentStatus.FULFILLED);
        assertThat(order.totals().total()).isEqualTo(usd("40"));

        order = after(order, capture("40", "p"), new OrderCommand.Complete());
        OrderChange returned = run(order, new OrderCommand.TakeBack(pieces(2, 1), true));
        assertThat(returned.after().fulfilmentStatus()).isEqualTo(FulfilmentStatus.FULFILLED);
        assertThat(returned.after().line(2).orElseThrow().returned()).isEqualTo(1);
        assertThat(returned.effects()).extracting(StockEffect::kind).containsExactly(Kind.RESTOCK);

        order = after(returned.after(), refund("10", "r"));
        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
        assertThat(order.status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void confirmsOnlyWhatNobodyHasToLookAt() {
        Order order = OrderFactory.order(
                OrderFactory.USD,
                false,
                List.of(new OrderLine(
                        1, OrderFactory.item(0, usd("9"), "0"), usd("9"), LineFlag.UNKNOWN_ITEM, 2, 0, 0, 0)),
                Instant.EPOCH);

        assertThatThrownBy(() -> run(order, new OrderCommand.Confirm()))
                .isInstanceOf(OrderStateException.class)
                .hasMessageContaining("Line 1")
                .hasMessageContaining("UNKNOWN_ITEM");

        Order settled = after(order, new OrderCommand.Resolve(1, OrderFactory.item(7, usd("8"), "0"), 2, usd("8")));
        assertThat(settled.totals().total()).isEqualTo(usd("16"));
        assertThat(run(settled, new OrderCommand.Confirm()).effects())
                .containsExactly(new StockEffect(
                        Kind.RESERVE, 1, OrderFactory.item(7, usd("8"), "0").variant(), 2));
    }

    @Test
    void isCancelledOnlyWhileNothingWasHandedOver() {
        Order shipped = after(order(2), new OrderCommand.Confirm(), ship(1, 1));

        assertThatThrownBy(() -> run(shipped, new OrderCommand.Cancel("late")))
                .isInstanceOf(OrderStateException.class)
                .hasMessageContaining("handed over");
    }

    @Test
    void isCancelledAfterAPaymentInWhatsAppOnlyOnceThatWasGivenBack() {
        Order paid = after(
                order(1),
                new OrderCommand.Pay(PaymentKind.CAPTURE, usd("10"), Payment.WHATSAPP, "w", PaymentState.SUCCEEDED));

        assertThatThrownBy(() -> run(paid, new OrderCommand.Cancel("late")))
                .isInstanceOf(OrderStateException.class)
                .hasMessageContaining("Refund it first");

        Order refunded = after(
                paid,
                new OrderCommand.Pay(PaymentKind.REFUND, usd("10"), Payment.WHATSAPP, "v", PaymentState.SUCCEEDED));
        assertThat(after(refunded, new OrderCommand.Cancel("late")).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void aLatePaymentOfACancelledOrderIsKeptAndAsksForARefund() {
        Order order = after(in(OrderStatus.CANCELLED), capture("30", "late"));

        assertThat(order.needsRefund()).isTrue();
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(after(order, refund("30", "back")).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void completesOnlyWhatIsHandedOverAndPaid() {
        Order order = after(order(1), new OrderCommand.Confirm(), new OrderCommand.Start());
        assertThatThrownBy(() -> run(order, new OrderCommand.Complete())).hasMessageContaining("UNFULFILLED");

        Order shipped = after(order, ship(1, 1));
        assertThatThrownBy(() -> run(shipped, new OrderCommand.Complete())).hasMessageContaining("UNPAID");

        var lenient = new OrderMachine(OrderPricing.MANUAL, PaymentPolicy.ANY);
        assertThat(lenient.apply(shipped, new OrderCommand.Complete(), CommandContext.of("c", "a"), NOW)
                        .after()
                        .status())
                .isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void expiresNotBeforeItsTime() {
        Order order = OrderFactory.order(
                OrderFactory.USD, false, List.of(OrderFactory.line(1, 1, usd("1"))), NOW.plus(Duration.ofMinutes(30)));

        assertThatThrownBy(() -> run(order, new OrderCommand.Expire())).hasMessageContaining("has not run out");
        Order expired = machine.apply(
                        order,
                        new OrderCommand.Expire(),
                        CommandContext.of("e", "clock"),
                        NOW.plus(Duration.ofMinutes(30)))
                .after();
        assertThat(expired.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(expired.cancelReason()).isEqualTo("expired");
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "1, 0", "1, -1", "2, 1"})
    void shipsNoMoreThanIsOpen(int line, int quantity) {
        Order order = in(OrderStatus.CONFIRMED);

        assertThatThrownBy(() -> run(order, ship(line, quantity))).isInstanceOf(InvalidOrderException.class);
    }

    @Test
    void neverCancelsAllPiecesOneByOne() {
        assertThatThrownBy(() -> run(order(2), new OrderCommand.CancelQuantity(pieces(1, 2), "sold out")))
                .isInstanceOf(OrderStateException.class)
                .hasMessageContaining("Cancel the order instead");
    }

    @Test
    void refusesADiscountAboveTheTotal() {
        var discount = new Adjustment(AdjustmentKind.DISCOUNT, "Summer", usd("30.01"));

        assertThatThrownBy(() -> run(order(3), new OrderCommand.Adjust(List.of(discount))))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("-0.01 USD");
    }

    @Test
    void recordsAPaymentOnce() {
        Order paid = after(order(3), capture("10", "p"));

        assertThat(run(paid, capture("10", "p")).isEmpty()).isTrue();
        assertThatThrownBy(() -> run(paid, capture("11", "p"))).isInstanceOf(InvalidOrderException.class);
        assertThat(paid.paymentStatus()).isEqualTo(PaymentStatus.PARTIAL);
    }

    @Test
    void aPendingPaymentCountsOnceItSucceeded() {
        var pending = new OrderCommand.Pay(PaymentKind.CAPTURE, usd("30"), "bank", "p", PaymentState.PENDING);
        Order order = after(order(3), pending);
        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.UNPAID);

        Order paid = after(order, capture("30", "p"));
        assertThat(paid.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThatThrownBy(() -> run(paid, pending)).hasMessageContaining("for ever");
    }

    @Test
    void givesBackNoMoreThanWasPaid() {
        Order paid = after(order(3), capture("30", "p"), refund("20", "r"));

        assertThatThrownBy(() -> run(paid, refund("10.01", "s")))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("At most 10.00 USD");
    }

    @Test
    void knowsWhenTooMuchWasPaid() {
        Order order = after(order(3), capture("30", "p"), new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"));

        assertThat(order.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(order.isOverpaid()).isTrue();
        assertThat(after(order, refund("10", "r")).isOverpaid()).isFalse();
    }

    @Test
    void anOrderOfNothingIsPaid() {
        Order free = after(
                order(1), new OrderCommand.Adjust(List.of(new Adjustment(AdjustmentKind.DISCOUNT, "Gift", usd("10")))));

        assertThat(free.totals().total()).isEqualTo(Money.zero(OrderFactory.USD));
        assertThat(free.paymentStatus()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void saysNothingPersonalInWords() {
        Order order = after(order(1), new OrderCommand.SetFields(Map.of("doctor", "Dr. Who")));

        assertThat(order.toString()
                        + order.buyer()
                        + order.head().origin()
                        + run(order, capture("1", "card-42")).after().payments())
                .doesNotContain("9978783238", "Who", "key", "card-42");
    }
}
