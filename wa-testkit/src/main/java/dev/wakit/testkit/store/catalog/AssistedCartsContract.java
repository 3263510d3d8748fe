package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.StaleVersionException;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.AssistedCarts;
import dev.wakit.catalog.cart.AssistedQuery;
import dev.wakit.catalog.cart.AssistedState;
import dev.wakit.catalog.cart.CartId;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Adjustment;
import dev.wakit.catalog.order.AdjustmentKind;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderPricing;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.stock.MovementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Carts that are filled here: what is in them, where they stand, and one order for each.
 *
 * @since 0.1
 */
public abstract class AssistedCartsContract extends CatalogFixture {

    private static final Buyer ANNA = new Buyer("+919978783238", "Anna", Map.of("city", "Pune"), "Ring twice");

    /** For subclasses. */
    protected AssistedCartsContract() {}

    private AssistedCarts carts() {
        return shop().assisted();
    }

    private AssistedCart filled(Product product, int quantity) {
        AssistedCart cart = carts().open("chat-" + product.id(), ANNA, USD);
        return carts().put(cart.id(), product, only(product), quantity, 0);
    }

    @Test
    void aCartIsFilledCheckedOutAndBecomesOneOrder() {
        Product mug = product("mug");
        Product pot = product("pot");
        AssistedCart cart = carts().open("chat-17", ANNA, USD);
        assertThat(carts().open("chat-17", Buyer.of("+4915112345678"), USD)).isEqualTo(cart);
        carts().put(cart.id(), mug, only(mug), 5, 0);
        carts().put(cart.id(), pot, only(pot), 1, 0);
        carts().put(cart.id(), mug, only(mug), 2, 0);

        AssistedCart full = carts().checkout(cart.id(), 0);
        assertThat(full.state()).isEqualTo(AssistedState.CHECKOUT);
        assertThat(full.lines())
                .extracting(line -> line.item().retailerId() + " " + line.quantity())
                .containsExactly("mug 2", "pot 1");
        assertThat(full.items()).isEqualTo(Money.of("30", "USD"));
        assertThat(carts().totals(full).total()).isEqualTo(Money.of("30", "USD"));
        assertThat(orders()).isEmpty();

        Order order = carts().convert(cart.id(), "anna");

        assertThat(carts().convert(cart.id(), "bert")).isEqualTo(order);
        assertThat(orders()).containsExactly(order);
        assertThat(order.head().origin().source()).isEqualTo(OrderSource.ASSISTED);
        assertThat(order.buyer()).isEqualTo(ANNA);
        assertThat(order.lines()).extracting(OrderLine::quantity).containsExactly(2, 1);
        AssistedCart done = carts().get(cart.id());
        assertThat(done.state()).isEqualTo(AssistedState.CONVERTED);
        assertThat(done.order()).contains(order.id());
        assertThat(carts().list(AssistedQuery.newest(10).contact(ANNA.contact())))
                .containsExactly(done);
        assertThat(carts().list(AssistedQuery.newest(10).states(AssistedState.OPEN)))
                .isEmpty();
    }

    @Test
    void aCartDoesOnlyWhatItsStateAllows() {
        Product mug = product("mug");
        AssistedCart empty = carts().open("chat", ANNA, USD);
        assertThatThrownBy(() -> carts().checkout(empty.id(), 0)).isInstanceOf(OrderStateException.class);
        carts().put(empty.id(), mug, only(mug), 1, 0);
        assertThatThrownBy(() -> carts().convert(empty.id(), "anna")).isInstanceOf(OrderStateException.class);
        carts().checkout(empty.id(), 0);
        assertThatThrownBy(() -> carts().put(empty.id(), mug, only(mug), 2, 0))
                .isInstanceOf(OrderStateException.class)
                .hasMessageContaining("CHECKOUT");
        assertThat(carts().reopen(empty.id(), 0).state()).isEqualTo(AssistedState.ACTIVE);
        assertThat(carts().put(empty.id(), mug, only(mug), 0, 0).lines()).isEmpty();
        carts().put(empty.id(), mug, only(mug), 3, 0);
        carts().checkout(empty.id(), 0);
        carts().convert(empty.id(), "anna");
        assertThatThrownBy(() -> carts().reopen(empty.id(), 0)).isInstanceOf(OrderStateException.class);
        assertThatThrownBy(() -> carts().setBuyer(empty.id(), ANNA, 0)).isInstanceOf(OrderStateException.class);
        assertThatThrownBy(() -> carts().get(new CartId(1))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void everyCommandInEveryStateDoesWhatTheTableSays() {
        Product mug = product("mug");
        Map<String, String> table = Map.of(
                "put", "ACTIVE - - ACTIVE -",
                "setBuyer", "ACTIVE CHECKOUT - ACTIVE -",
                "checkout", "CHECKOUT CHECKOUT - CHECKOUT -",
                "reopen", "ACTIVE ACTIVE - ACTIVE -",
                "convert", "- CONVERTED CONVERTED - -");
        table.forEach((command, expected) -> {
            List<String> after = List.of(expected.split(" ", -1));
            List<AssistedState> states = List.of(AssistedState.values());
            for (AssistedState state : states) {
                AssistedCart cart = standing(state, command + state, mug);
                String happened;
                try {
                    run(command, cart, mug);
                    happened = carts().get(cart.id()).state().name();
                } catch (OrderStateException refused) {
                    happened = "-";
                    assertThat(carts().get(cart.id())).isEqualTo(cart);
                }
                assertThat(happened).as(command + " while " + state).isEqualTo(after.get(states.indexOf(state)));
            }
        });
    }

    private void run(String command, AssistedCart cart, Product mug) {
        switch (command) {
            case "put" -> carts().put(cart.id(), mug, only(mug), 3, 0);
            case "setBuyer" -> carts().setBuyer(cart.id(), Buyer.of("+4915112345678"), 0);
            case "checkout" -> carts().checkout(cart.id(), 0);
            case "reopen" -> carts().reopen(cart.id(), 0);
            default -> carts().convert(cart.id(), "anna");
        }
    }

    /** A cart that came to this state the usual way. */
    private AssistedCart standing(AssistedState state, String key, Product mug) {
        AssistedCart cart = carts().open(key, ANNA, USD);
        carts().put(cart.id(), mug, only(mug), 2, 0);
        if (state == AssistedState.CHECKOUT || state == AssistedState.CONVERTED) {
            carts().checkout(cart.id(), 0);
        }
        if (state == AssistedState.CONVERTED) {
            carts().convert(cart.id(), "anna");
        } else if (state == AssistedState.ABANDONED || state == AssistedState.EXPIRED) {
            clock.advance(state == AssistedState.ABANDONED ? Duration.ofHours(1) : Duration.ofDays(30));
            assertThat(carts().tidy(200)).isPositive();
        }
        assertThat(carts().get(cart.id()).state()).isEqualTo(state);
        return carts().get(cart.id());
    }

    @Test
    void whatIsNotPossibleIsRefusedAndNothingIsWritten() {
        Product mug = product("mug");
        AssistedCart cart = filled(mug, 2);
        LineItem item = LineItem.of(mug, only(mug));

        assertThatThrownBy(() -> carts().put(cart.id(), item, 1, Money.of("10", "EUR"), 0))
                .isInstanceOf(InvalidOrderException.class);
        assertThatThrownBy(() -> carts().put(cart.id(), item, -1, TEN, 0)).isInstanceOf(InvalidOrderException.class);
        assertThatThrownBy(() -> carts().put(cart.id(), item, 100_001, TEN, 0))
                .isInstanceOf(InvalidOrderException.class);
        assertThatThrownBy(() -> carts().put(cart.id(), item, 3, TEN, cart.version() - 1))
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> carts().open("", ANNA, USD)).isInstanceOf(InvalidOrderException.class);

        assertThat(carts().get(cart.id())).isEqualTo(cart);
    }

    @Test
    void ofManyWhoConvertTheSameCartOneOrderIsMade() {
        AssistedCart cart = filled(product("mug"), 2);
        carts().checkout(cart.id(), 0);
        Shop second = shop(another(), TENANT, OrderSettings.DEFAULT);
        var tasks = new ArrayList<Callable<Order>>();
        for (int i = 0; i < 16; i++) {
            AssistedCarts which = i % 2 == 0 ? carts() : second.assisted();
            tasks.add(() -> which.convert(cart.id(), "race"));
        }

        assertThat(together(16, tasks).stream().map(Order::id).distinct()).hasSize(1);

        assertThat(orders()).hasSize(1);
        assertThat(carts().get(cart.id()).order()).contains(orders().get(0).id());
    }

    @Test
    void aConversionThatEndedInTheMiddleIsFinished() {
        AssistedCart cart = filled(product("mug"), 2);
        carts().checkout(cart.id(), 0);
        var dies = new AtomicBoolean(true);
        Shop mortal = shop(stores(), TENANT, OrderSettings.DEFAULT.pricing(OrderPricing.of((order, soFar) -> {
            if (dies.get()) {
                throw new IllegalStateException("The process ends here.");
            }
            return List.of(new Adjustment(AdjustmentKind.TAX, "VAT", Money.of("1", "USD")));
        })));

        assertThatThrownBy(() -> mortal.assisted().convert(cart.id(), "anna"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(orders()).isEmpty();
        assertThatThrownBy(() -> carts().reopen(cart.id(), 0)).isInstanceOf(OrderStateException.class);
        dies.set(false);
        assertThat(mortal.assisted().tidy(10)).isZero();
        clock.advance(Duration.ofHours(1));

        assertThat(mortal.assisted().tidy(10)).isEqualTo(1);
        assertThat(mortal.assisted().tidy(10)).isZero();
        Order order = carts().convert(cart.id(), "anna");
        assertThat(orders()).containsExactly(order);
        assertThat(order.totals().total()).isEqualTo(Money.of("21", "USD"));
    }

    @Test
    void tooLittleStockSendsTheCartBackToTheCheckout() {
        Product mug = stocked(1);
        AssistedCart cart = filled(mug, 2);
        carts().checkout(cart.id(), 0);
        Shop reserving = shop(stores(), TENANT, OrderSettings.DEFAULT.reserveOnPlacement(Duration.ofMinutes(30)));

        assertThatThrownBy(() -> reserving.assisted().convert(cart.id(), "anna"))
                .isInstanceOf(OutOfStockException.class);

        assertThat(carts().get(cart.id()).state()).isEqualTo(AssistedState.CHECKOUT);
        assertThat(orders()).isEmpty();
        shop().stock().move(only(mug).id(), MovementKind.RECEIVED, 1, "", "more");
        reserving.assisted().convert(cart.id(), "anna");
        assertThat(level(mug).reserved()).isEqualTo(2);
    }

    @Test
    void cartsThatNobodyTouchesAreAbandonedComeBackAndExpire() {
        Product mug = product("mug");
        AssistedCart cart = filled(mug, 2);
        AssistedCart waiting = filled(product("pot"), 1);
        carts().checkout(waiting.id(), 0);
        clock.advance(Duration.ofMinutes(59));
        assertThat(carts().tidy(10)).isZero();
        clock.advance(Duration.ofMinutes(1));

        assertThat(carts().tidy(10)).isEqualTo(2);
        assertThat(carts().tidy(10)).isZero();
        assertThat(carts().list(AssistedQuery.newest(10).states(Set.of(AssistedState.ABANDONED))))
                .hasSize(2);
        assertThat(carts().put(cart.id(), mug, only(mug), 3, 0).state()).isEqualTo(AssistedState.ACTIVE);
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(carts().tidy(10)).isEqualTo(2);
        assertThat(carts().get(waiting.id()).state()).isEqualTo(AssistedState.EXPIRED);
        assertThat(carts().get(cart.id()).state()).isEqualTo(AssistedState.ABANDONED);
        clock.advance(Duration.ofSeconds(1));
        assertThat(carts().tidy(10)).isEqualTo(1);
        assertThat(carts().get(cart.id()).state()).isEqualTo(AssistedState.EXPIRED);
        assertThatThrownBy(() -> carts().put(cart.id(), mug, only(mug), 1, 0)).isInstanceOf(OrderStateException.class);
    }

    @Test
    void aPersonIsForgottenAndWhatWasInTheirCartsStays() {
        AssistedCart open = filled(product("mug"), 2);
        AssistedCart done = filled(product("pot"), 1);
        carts().checkout(done.id(), 0);
        Order order = carts().convert(done.id(), "anna");

        assertThat(shop().erase(TENANT, Set.of(ANNA.contact(), "bsuid:IN.1"))).isEqualTo(3);
        assertThat(shop().erase(OTHER, Set.of(ANNA.contact()))).isZero();

        AssistedCart forgotten = carts().get(open.id());
        assertThat(forgotten.buyer()).isEqualTo(Buyer.ERASED);
        assertThat(forgotten.key()).doesNotContain("chat");
        assertThat(forgotten.state()).isEqualTo(AssistedState.EXPIRED);
        assertThat(forgotten.lines()).isEqualTo(open.lines());
        assertThat(carts().get(done.id()).state()).isEqualTo(AssistedState.CONVERTED);
        assertThat(shop().orders().get(order.id()).buyer()).isEqualTo(Buyer.ERASED);
        assertThat(shop().orders().get(order.id()).totals()).isEqualTo(order.totals());
    }

    @Test
    void anotherTenantSeesNothing() {
        AssistedCart cart = filled(product("mug"), 2);
        AssistedCarts others = shop(OTHER, OrderSettings.DEFAULT).assisted();
        clock.advance(Duration.ofDays(40));

        assertThatThrownBy(() -> others.get(cart.id())).isInstanceOf(NotFoundException.class);
        assertThat(others.list(AssistedQuery.newest(10))).isEmpty();
        assertThat(others.tidy(10)).isZero();
        assertThat(others.open(cart.key(), ANNA, USD).id()).isNotEqualTo(cart.id());
    }

    private List<Order> orders() {
        return shop().orders().list(OrderQuery.newest(200));
    }
}
