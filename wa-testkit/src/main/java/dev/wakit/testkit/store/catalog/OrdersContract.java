package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.money.Rounding;
import dev.wakit.catalog.order.Adjustment;
import dev.wakit.catalog.order.AdjustmentKind;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderEvent;
import dev.wakit.catalog.order.OrderEventKind;
import dev.wakit.catalog.order.OrderNote;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderPricing;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.Orders;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.RateTax;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductStats;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Orders: kept as they were placed and changed, once for each command, with their history and their effect on stock.
 *
 * @since 0.1
 */
public abstract class OrdersContract extends CatalogFixture {

    private static final String CONTACT = "+919978783238";

    /** For subclasses. */
    protected OrdersContract() {}

    private Orders orders() {
        return shop().orders();
    }

    private static OrderCommand.Pay capture(String amount, String reference) {
        return new OrderCommand.Pay(
                PaymentKind.CAPTURE, Money.of(amount, "USD"), "bank", reference, PaymentState.SUCCEEDED);
    }

    private static OrderDraft.Builder full(Product product) {
        var buyer =
                new Buyer(CONTACT, "Asha 'O' Rao", Map.of("city", "पुणे", "street", "1"), "Please ring \"twice\" 🔔");
        return OrderDraft.builder(new OrderOrigin(OrderSource.WHATSAPP_CART, "wamid.1"), buyer, USD)
                .addLine(LineItem.of(product, only(product)).taxed(new BigDecimal("0.18")), 2, Money.of("9.50", "USD"))
                .addLine(
                        new LineItem(LineItem.NO_VARIANT, "gift", "Gift wrap", Map.of(), "", "", TEN, BigDecimal.ZERO),
                        1,
                        Money.of("1.00", "USD"))
                .adjustments(List.of(
                        new Adjustment(AdjustmentKind.DISCOUNT, "Summer", Money.of("2", "USD")),
                        new Adjustment(AdjustmentKind.SHIPPING, "DHL", Money.of("3", "USD")),
                        new Adjustment(AdjustmentKind.FEE, "Card", Money.of("0.50", "USD")),
                        new Adjustment(AdjustmentKind.TAX, "18%", Money.of("3.42", "USD")),
                        new Adjustment(AdjustmentKind.ROUNDING, "", Money.of("-0.02", "USD"))))
                .fields(Map.of("channel", "shop 7"));
    }

    @Test
    void keepsEveryPartOfAnOrder() {
        Product product = product("sku");

        Order placed = orders().place(full(product).build(), command());

        assertThat(placed.number()).isEqualTo("ORD-2026-000001");
        assertThat(placed.totals().total()).isEqualTo(Money.of("24.90", "USD"));
        assertThat(orders().get(placed.id())).isEqualTo(placed);
        assertThat(orders().find("ORD-2026-000001")).contains(placed);
        assertThat(stores().orders().findByOrigin(TENANT, placed.head().origin()))
                .contains(placed);
        assertThat(placed.line(1).orElseThrow().item().title()).isEqualTo("Product sku");
    }

    @Test
    void keepsEveryPartOfAChangedOrder() {
        Product product = stocked(5);
        Order order = orders().place(full(product).taxIncluded(true).build(), command());
        order = apply(order, new OrderCommand.Confirm());
        clock.set(NOW.plusSeconds(9));
        order = apply(
                order, new OrderCommand.Ship(pieces(1, 1), new Tracking("DHL", "JD01", "https://dhl.example/JD01")));
        order = apply(order, capture("5", "first"));
        order = apply(order, new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"));
        order = apply(order, new OrderCommand.Ship(pieces(2, 1), Tracking.NONE));
        order = apply(order, new OrderCommand.Deliver(1));
        order = apply(order, new OrderCommand.SetFields(Map.of("channel", "", "rack", "7")));
        order = apply(order, new OrderCommand.Adjust(List.of()));
        order = apply(
                order,
                new OrderCommand.Pay(
                        PaymentKind.CAPTURE, Money.of("5.50", "USD"), "bank", "second", PaymentState.PENDING));
        order = apply(order, capture("5.50", "second"));

        assertThat(orders().get(order.id())).isEqualTo(order);
        assertThat(order.version()).isEqualTo(11);
        assertThat(order.fields()).containsExactly(Map.entry("rack", "7"));
        assertThat(order.totals().total()).isEqualTo(Money.of("10.50", "USD"));
        assertThat(orders().history(order.id())).hasSize(order.events());
    }

    @Test
    void belongsToOneTenant() {
        Order order = placed(product("sku"), 1);
        Orders others = shop(OTHER, OrderSettings.DEFAULT).orders();

        assertThatThrownBy(() -> others.get(order.id())).isInstanceOf(NotFoundException.class);
        assertThat(others.find(order.number())).isEmpty();
        assertThatThrownBy(() -> others.addNote(order.id(), "x", command())).isInstanceOf(NotFoundException.class);
        assertThat(others.history(order.id())).isEmpty();
        assertThat(others.place(draft("key", product("other"), 1), command()).number())
                .isEqualTo("ORD-2026-000001");
    }

    @Test
    void isPlacedOnceForItsOrigin() {
        Product product = stocked(10);
        Orders reserving = shop(TENANT, OrderSettings.DEFAULT.reserveOnPlacement(Duration.ofMinutes(30)))
                .orders();
        Order first = reserving.place(draft("cart-1", product, 2), command());

        Order again = reserving.place(draft("cart-1", product, 2), command());

        assertThat(again).isEqualTo(first);
        assertThat(level(product).reserved()).isEqualTo(2);
        assertThat(shop().products().stats(List.of(only(product).id())).values())
                .containsExactly(new ProductStats(0, 0, 2, 0));
        assertThat(orders().history(first.id())).extracting(OrderEvent::kind).containsExactly(OrderEventKind.PLACED);
    }

    @Test
    void aCommandHappensOnce() {
        Product product = stocked(10);
        Order order = apply(placed(product, 4), new OrderCommand.Confirm());
        var ship = new OrderCommand.Ship(pieces(1, 2), Tracking.NONE);

        Order shipped = orders().apply(order.id(), ship, CommandContext.of("ship-1", "anna"));
        Order again = orders().apply(order.id(), ship, CommandContext.of("ship-1", "anna"));

        assertThat(again).isEqualTo(shipped);
        assertThat(level(product).stocked()).isEqualTo(8);
        assertThat(orders().history(order.id()).stream().filter(event -> event.kind() == OrderEventKind.SHIPPED))
                .hasSize(1);
    }

    @Test
    void isChangedOnlyAsItWasRead() {
        Order order = placed(product("sku"), 1);
        apply(order, new OrderCommand.Confirm());

        assertThatThrownBy(() -> orders().apply(
                                order.id(), new OrderCommand.Start(), new CommandContext("c", "anna", order.version())))
                .isInstanceOf(StaleVersionException.class);
        assertThat(orders().get(order.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void reservesReleasesAndConsumes() {
        Product product = stocked(10);
        Order order = placed(product, 6);
        assertThat(level(product).reserved()).isZero();

        order = apply(order, new OrderCommand.Confirm());
        assertThat(level(product).available()).isEqualTo(4);

        order = apply(order, new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"));
        order = apply(order, new OrderCommand.Ship(pieces(1, 2), Tracking.NONE));
        assertThat(level(product).stocked()).isEqualTo(8);
        assertThat(level(product).reserved()).isEqualTo(3);

        order = apply(order, new OrderCommand.TakeBack(pieces(1, 1), true));
        assertThat(level(product).stocked()).isEqualTo(9);
        assertThat(stores().stock().reservations(TENANT, order.id()))
                .singleElement()
                .satisfies(reservation -> {
                    assertThat(reservation.quantity()).isEqualTo(6);
                    assertThat(reservation.consumed()).isEqualTo(2);
                    assertThat(reservation.released()).isEqualTo(1);
                    assertThat(reservation.held()).isEqualTo(3);
                });
        assertThat(shop().stock().movements(only(product).id(), 10).stream()
                        .mapToInt(movement -> movement.quantity())
                        .sum())
                .isEqualTo(9);
        assertThat(shop().products().stats(List.of(only(product).id())).values())
                .containsExactly(new ProductStats(0, 0, 6, 2));
    }

    @Test
    void aShortageLeavesNoTrace() {
        Product enough = stocked(10);
        Product few = stocked(1);
        Order order = orders().place(
                        draft("o")
                                .addLine(LineItem.of(enough, only(enough)), 2, TEN)
                                .addLine(LineItem.of(few, only(few)), 2, TEN)
                                .build(),
                        command());

        assertThatThrownBy(() -> apply(order, new OrderCommand.Confirm()))
                .isInstanceOf(OutOfStockException.class)
                .hasMessageContaining(only(few).id().toString());

        assertThat(level(enough).reserved()).isZero();
        assertThat(orders().get(order.id())).isEqualTo(order);
        assertThat(orders().history(order.id())).hasSize(1);
    }

    @Test
    void cancellingGivesEverythingBack() {
        Product product = stocked(3);
        Order order = apply(placed(product, 3), new OrderCommand.Confirm());

        apply(order, new OrderCommand.Cancel("changed his mind"));

        assertThat(level(product).available()).isEqualTo(3);
        assertThat(apply(placed(product, 3), new OrderCommand.Confirm()).status())
                .isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void expiresWhenNobodyConfirmsIt() {
        Product product = stocked(3);
        Orders reserving = shop(TENANT, OrderSettings.DEFAULT.reserveOnPlacement(Duration.ofMinutes(30)))
                .orders();
        Order order = reserving.place(draft("a", product, 3), command());
        Order confirmed = reserving.apply(
                reserving.place(draft("b", product("free"), 1), command()).id(), new OrderCommand.Confirm(), command());
        assertThat(level(product).available()).isZero();

        shop(OTHER, OrderSettings.DEFAULT.expiresAfter(Duration.ofMinutes(1)))
                .orders()
                .place(draft("c", product("others"), 1), command());

        clock.set(NOW.plus(Duration.ofMinutes(30)).minusMillis(1));
        assertThat(reserving.expire(10)).isZero();
        clock.set(NOW.plus(Duration.ofMinutes(30)));
        assertThat(reserving.expire(1)).isEqualTo(1);
        assertThat(reserving.expire(10)).isZero();

        assertThat(orders().get(order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(orders().get(confirmed.id()).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(level(product).available()).isEqualTo(3);
    }

    @Test
    void stockThatIsNotCountedIsNoLimit() {
        Product product = product("sku");

        Order order = apply(placed(product, 90_000), new OrderCommand.Confirm());
        order = apply(order, new OrderCommand.Ship(pieces(1, 90_000), Tracking.NONE));

        assertThat(order.fulfilmentStatus().name()).isEqualTo("FULFILLED");
        assertThat(stores().stock().reservations(TENANT, order.id())).isEmpty();
    }

    @Test
    void showsWhatWasBoughtAfterTheProductChanged() {
        Product product = product("sku");
        Order order = placed(product, 1);
        shop().products()
                .update(
                        product.id(),
                        1,
                        spec("Other").addVariant(variant("new").build()).build());
        shop().products().archive(product.id(), 2);

        assertThat(orders().get(order.id())).isEqualTo(order);
        assertThat(order.line(1).orElseThrow().item().retailerId()).isEqualTo("sku");
    }

    @Test
    void aFlaggedLineWaitsForAPersonAndIsReservedOnceSettled() {
        Product product = stocked(5);
        Orders reserving = shop(TENANT, OrderSettings.DEFAULT.reserveOnPlacement(Duration.ofMinutes(30)))
                .orders();
        var unknown = new LineItem(LineItem.NO_VARIANT, "gone", "gone", Map.of(), "", "", TEN, BigDecimal.ZERO);
        Order order = reserving.place(
                draft("o")
                        .addFlagged(unknown, 0, TEN, LineFlag.UNCLEAR_QUANTITY)
                        .build(),
                command());
        assertThatThrownBy(() -> reserving.apply(order.id(), new OrderCommand.Confirm(), command()))
                .isInstanceOf(OrderStateException.class);

        Order settled = reserving.apply(
                order.id(), new OrderCommand.Resolve(1, LineItem.of(product, only(product)), 2, TEN), command());

        assertThat(level(product).reserved()).isEqualTo(2);
        assertThat(orders().get(order.id())).isEqualTo(settled);
        assertThat(reserving
                        .apply(order.id(), new OrderCommand.Confirm(), command())
                        .status())
                .isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void computesTaxAgainWhenPiecesAreCancelled() {
        OrderSettings taxed = OrderSettings.DEFAULT.pricing(OrderPricing.of(RateTax.perLine(Rounding.HALF_UP)));
        Orders orders = shop(TENANT, taxed).orders();
        Product product = product("sku");
        Order order = orders.place(
                draft("o")
                        .addLine(LineItem.of(product, only(product)).taxed(new BigDecimal("0.18")), 3, TEN)
                        .build(),
                command());
        assertThat(order.totals().total()).isEqualTo(Money.of("35.40", "USD"));

        Order fewer = orders.apply(order.id(), new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"), command());

        assertThat(fewer.totals().total()).isEqualTo(Money.of("23.60", "USD"));
        assertThat(orders.get(order.id())).isEqualTo(fewer);
    }

    @Test
    void aPaymentBelongsToOneOrder() {
        Order first = placed(product("a"), 1);
        Order second = placed(product("b"), 1);
        apply(first, capture("10", "tx-1"));

        assertThatThrownBy(() -> apply(second, capture("10", "tx-1")))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("another order");
        assertThat(orders().get(second.id())).isEqualTo(second);
        assertThat(orders().history(second.id())).hasSize(1);
    }

    @Test
    void keepsNotesOnceForACommand() {
        Order order = placed(product("sku"), 1);
        var write = CommandContext.of("note-1", "anna");
        orders().addNote(order.id(), "Call before noon", write);
        orders().addNote(order.id(), "Call before noon", write);
        clock.set(NOW.plusSeconds(1));
        orders().addNote(order.id(), "Done 👍", CommandContext.of("note-2", "bela"));

        assertThat(orders().notes(order.id()))
                .containsExactly(
                        new OrderNote("anna", "Call before noon", "note-1", NOW),
                        new OrderNote("bela", "Done 👍", "note-2", NOW.plusSeconds(1)));
    }

    @Test
    void forgetsAPersonAndKeepsTheNumbers() {
        Product product = product("sku");
        Order order = apply(orders().place(full(product).build(), command()), new OrderCommand.Confirm());
        order = apply(
                order, new OrderCommand.Ship(pieces(1, 1), new Tracking("DHL", "JD01", "https://dhl.example/JD01")));
        orders().addNote(order.id(), "Asha called", command());
        Order stranger = orders().place(
                        OrderDraft.builder(new OrderOrigin(OrderSource.API, "s"), Buyer.of("+4912345"), USD)
                                .addLine(LineItem.of(product, only(product)), 1, TEN)
                                .build(),
                        command());

        assertThat(orders().erase(CONTACT)).isEqualTo(1);

        Order erased = orders().get(order.id());
        assertThat(erased.buyer()).isEqualTo(Buyer.ERASED);
        assertThat(erased.fields()).isEmpty();
        assertThat(erased.fulfilments().get(0).tracking()).isEqualTo(new Tracking("DHL", "", ""));
        assertThat(orders().notes(order.id())).isEmpty();
        assertThat(erased.totals()).isEqualTo(order.totals());
        assertThat(erased.lines()).isEqualTo(order.lines());
        assertThat(orders().get(stranger.id())).isEqualTo(stranger);
        assertThat(orders().erase(CONTACT)).isZero();
        assertThat(erased.head().origin().key()).doesNotContain("wamid");
        assertThat(orders().place(full(product).build(), command())).isEqualTo(erased);
    }

    @Test
    void aChangeThatWasUnderWayDoesNotBringAPersonBack() {
        Order read = orders().place(full(product("sku")).build(), command());
        orders().erase(CONTACT);

        assertThatThrownBy(() -> orders().apply(
                                read.id(),
                                new OrderCommand.SetFields(Map.of("rack", "7")),
                                new CommandContext("late", "anna", read.version())))
                .isInstanceOf(StaleVersionException.class);
        assertThat(orders().get(read.id()).fields()).isEmpty();
    }
}
