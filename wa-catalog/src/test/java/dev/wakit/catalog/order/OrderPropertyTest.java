package dev.wakit.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.CatalogException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.money.Rounding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Random sequences of commands keep every rule of an order; {@code -Dwakit.sequences} says how many. */
class OrderPropertyTest {

    private static final int SEQUENCES = Integer.getInteger("wakit.sequences", 2_000);
    private static final long SEED = Long.getLong("wakit.seed", 20_260_301);
    private static final int COMMANDS = 40;

    private final Map<OrderStatus, Integer> ends = new EnumMap<>(OrderStatus.class);
    private final Map<Class<?>, Integer> done = new HashMap<>();

    @Test
    void everyRuleHoldsAfterEveryCommand() {
        for (int i = 0; i < SEQUENCES; i++) {
            run(SEED + i);
        }

        assertThat(ends.keySet()).containsExactlyInAnyOrder(OrderStatus.values());
        assertThat(done.keySet()).hasSize(OrderRules.ALLOWED.size());
        assertThat(done.values()).allMatch(times -> times > SEQUENCES / 100);
    }

    private void run(long seed) {
        var dice = new CommandDice(seed);
        OrderPricing pricing = dice.coin() ? OrderPricing.MANUAL : OrderPricing.of(RateTax.perLine(Rounding.HALF_UP));
        var machine = new OrderMachine(pricing, dice.coin() ? PaymentPolicy.ANY : PaymentPolicy.PAID_BEFORE_COMPLETE);
        Order order = dice.order();
        var history = new ArrayList<>(List.of(OrderFactory.placed(order)));
        var stock = new StockBook();
        Instant now = OrderFactory.NOW;
        for (int i = 0; i < COMMANDS; i++) {
            OrderCommand command = dice.command(order);
            String as = "seed " + seed + " command " + i + " " + command;
            now = now.plus(dice.pause());
            Order before = order;
            try {
                OrderChange change = machine.apply(order, command, CommandContext.of("c" + i, "dice"), now);
                order = change.after();
                history.addAll(change.events());
                stock.add(change.effects());
                done.merge(command.getClass(), change.isEmpty() ? 0 : 1, Integer::sum);
            } catch (CatalogException refused) {
                assertThat(refused).as(as).hasMessageMatching("(?s).*[.]$");
            }
            checkStep(before, order, as);
            checkQuantities(order, as);
            checkMoney(order, as);
            stock.check(order, as);
            assertThat(OrderHistory.replay(history)).as(as).isEqualTo(OrderSummary.of(order));
            assertThat(order.events()).as(as).isEqualTo(history.size());
        }
        ends.merge(order.status(), 1, Integer::sum);
    }

    private static void checkStep(Order before, Order after, String as) {
        boolean isChanged = !before.equals(after);
        assertThat(after.version()).as(as).isEqualTo(before.version() + (isChanged ? 1 : 0));
        assertThat(after.events() > before.events()).as(as).isEqualTo(isChanged);
        assertThat(after.head()).as(as).isEqualTo(before.head());
    }

    private static void checkQuantities(Order order, String as) {
        SortedMap<Integer, Integer> shipped = new TreeMap<>();
        order.fulfilments()
                .forEach(shipment ->
                        shipment.quantities().forEach((line, count) -> shipped.merge(line, count, Integer::sum)));
        int fulfilled = 0;
        int wanted = 0;
        for (OrderLine line : order.lines()) {
            assertThat(line.fulfilled()).as(as).isBetween(0, line.quantity() - line.cancelled());
            assertThat(line.returned()).as(as).isBetween(0, line.fulfilled());
            assertThat(line.cancelled()).as(as).isBetween(0, line.quantity());
            assertThat(shipped.getOrDefault(line.number(), 0)).as(as).isEqualTo(line.fulfilled());
            fulfilled += line.fulfilled();
            wanted += line.quantity() - line.cancelled();
        }
        FulfilmentStatus expected = fulfilled == 0
                ? FulfilmentStatus.UNFULFILLED
                : fulfilled < wanted ? FulfilmentStatus.PARTIALLY_FULFILLED : FulfilmentStatus.FULFILLED;
        assertThat(order.fulfilmentStatus()).as(as).isEqualTo(expected);
        if (order.status() == OrderStatus.CANCELLED) {
            assertThat(fulfilled).as(as).isZero();
        }
    }

    private static void checkMoney(Order order, String as) {
        long items = 0;
        for (OrderLine line : order.lines()) {
            items += line.unitPrice().minor() * (line.quantity() - line.cancelled());
        }
        long total = items;
        for (Adjustment adjustment : order.adjustments()) {
            long amount = adjustment.amount().minor();
            total += switch (adjustment.kind()) {
                case DISCOUNT -> -amount;
                case TAX -> order.head().taxIncluded() ? 0 : amount;
                default -> amount;
            };
        }
        OrderTotals totals = order.totals();
        assertThat(totals.items().minor()).as(as).isEqualTo(items);
        assertThat(totals.total().minor()).as(as).isEqualTo(total).isNotNegative();
        checkPayments(order, totals.total(), as);
    }

    private static void checkPayments(Order order, Money total, String as) {
        long captured = 0;
        long refunded = 0;
        for (Payment payment : order.payments()) {
            if (payment.state() == PaymentState.SUCCEEDED) {
                captured +=
                        payment.kind() == PaymentKind.CAPTURE ? payment.amount().minor() : 0;
                refunded +=
                        payment.kind() == PaymentKind.REFUND ? payment.amount().minor() : 0;
            }
        }
        assertThat(refunded).as(as).isBetween(0L, captured);
        PaymentStatus expected;
        if (refunded > 0) {
            expected = refunded == captured ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
        } else if (captured >= total.minor()) {
            expected = PaymentStatus.PAID;
        } else {
            expected = captured == 0 ? PaymentStatus.UNPAID : PaymentStatus.PARTIAL;
        }
        assertThat(order.paymentStatus()).as(as).isEqualTo(expected);
        assertThat(order.isOverpaid()).as(as).isEqualTo(captured - refunded > total.minor());
    }
}
