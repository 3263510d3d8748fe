package dev.wakit.catalog.order;

import dev.wakit.catalog.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Throws orders and commands: mostly possible ones, and some that are not. */
final class CommandDice {

    private static final List<String> CURRENCIES = List.of("USD", "INR", "JPY", "KRW", "KWD", "TND");
    private static final List<String> RATES = List.of("0", "0.05", "0.18", "0.075");

    private final SplittableRandom random;

    CommandDice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Order order() {
        Currency currency = Currency.getInstance(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        var lines = new ArrayList<OrderLine>();
        int count = 1 + random.nextInt(4);
        for (int number = 1; number <= count; number++) {
            Money price = money(currency, 1, 100_000);
            boolean isFlagged = random.nextInt(10) == 0;
            lines.add(new OrderLine(
                    number,
                    OrderFactory.item(random.nextInt(6), price, rate()),
                    price,
                    isFlagged ? LineFlag.PRICE_DIFFERS : LineFlag.CLEAR,
                    1 + random.nextInt(6),
                    0,
                    0,
                    0));
        }
        Instant expiresAt = random.nextBoolean() ? Instant.EPOCH : OrderFactory.NOW.plus(Duration.ofMinutes(10));
        return OrderFactory.order(currency, random.nextBoolean(), lines, expiresAt);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    Duration pause() {
        return Duration.ofMinutes(random.nextInt(4));
    }

    private String rate() {
        return RATES.get(random.nextInt(RATES.size()));
    }

    private Money money(Currency currency, long least, long most) {
        return new Money(random.nextLong(least, most + 1), currency);
    }

    OrderCommand command(Order order) {
        return switch (random.nextInt(20)) {
            case 0, 1 -> new OrderCommand.Confirm();
            case 2 -> new OrderCommand.Start();
            case 3, 4, 5, 6 -> new OrderCommand.Ship(pieces(order, OrderLine::open), Tracking.NONE);
            case 7 -> new OrderCommand.CancelQuantity(pieces(order, OrderLine::open), "sold out");
            case 8 -> new OrderCommand.TakeBack(pieces(order, line -> line.fulfilled() - line.returned()), coin());
            case 9 -> new OrderCommand.Cancel("changed");
            case 10 -> new OrderCommand.Expire();
            case 11, 12 -> new OrderCommand.Complete();
            case 13, 14, 15 -> pay(order);
            case 16 -> refund(order);
            case 17 -> adjust(order);
            case 18 -> resolve(order);
            default -> other();
        };
    }

    private OrderCommand other() {
        return switch (random.nextInt(3)) {
            case 0 -> new OrderCommand.Track(1 + random.nextInt(3), new Tracking("DHL", "" + random.nextInt(9), ""));
            case 1 -> new OrderCommand.Deliver(1 + random.nextInt(3));
            default ->
                new OrderCommand.SetFields(Map.of("f" + random.nextInt(3), coin() ? "" : "v" + random.nextInt(3)));
        };
    }

    private TreeMap<Integer, Integer> pieces(Order order, ToIntFunction<OrderLine> most) {
        var pieces = new TreeMap<Integer, Integer>();
        for (OrderLine line : order.lines()) {
            int possible = most.applyAsInt(line);
            if (random.nextInt(12) == 0) {
                pieces.put(line.number(), possible + random.nextInt(-1, 2));
            } else if (possible > 0 && random.nextInt(3) > 0) {
                pieces.put(line.number(), 1 + random.nextInt(possible));
            }
        }
        return pieces;
    }

    private OrderCommand pay(Order order) {
        Money total = order.totals().total();
        Currency currency = total.currency();
        Money amount = coin() && total.isPositive() ? total : money(currency, 1, 200_000);
        PaymentKind kind = random.nextInt(8) == 0 ? PaymentKind.AUTHORIZE : PaymentKind.CAPTURE;
        return new OrderCommand.Pay(kind, amount, provider(), reference(), state());
    }

    private OrderCommand refund(Order order) {
        Money left = order.captured().minus(order.refunded());
        Money amount = coin() && left.isPositive() ? left : money(left.currency(), 1, 200_000);
        return new OrderCommand.Pay(PaymentKind.REFUND, amount, provider(), reference(), state());
    }

    private String provider() {
        return random.nextInt(5) == 0 ? Payment.WHATSAPP : "bank";
    }

    private String reference() {
        return "ref-" + random.nextInt(12);
    }

    private PaymentState state() {
        return random.nextInt(4) == 0 ? PaymentState.values()[random.nextInt(3)] : PaymentState.SUCCEEDED;
    }

    private OrderCommand adjust(Order order) {
        Currency currency = order.head().currency();
        var adjustments = new ArrayList<Adjustment>();
        for (AdjustmentKind kind : AdjustmentKind.values()) {
            if (coin()) {
                adjustments.add(
                        new Adjustment(kind, "x", money(currency, kind == AdjustmentKind.ROUNDING ? -50 : 0, 50_000)));
            }
        }
        return new OrderCommand.Adjust(adjustments);
    }

    private OrderCommand resolve(Order order) {
        Money price = money(order.head().currency(), 0, 100_000);
        return new OrderCommand.Resolve(
                1 + random.nextInt(order.lines().size()),
                OrderFactory.item(random.nextInt(6), price, rate()),
                random.nextInt(7),
                price);
    }
}
