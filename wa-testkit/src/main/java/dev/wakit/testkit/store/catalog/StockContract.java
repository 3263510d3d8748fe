package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.catalog.NotFoundException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.product.Availability;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.MovementKind;
import dev.wakit.catalog.stock.Stock;
import dev.wakit.catalog.stock.StockLevel;
import dev.wakit.catalog.stock.StockMovement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Stock: every change is kept, happens once, and never leaves fewer than are promised.
 *
 * @since 0.1
 */
public abstract class StockContract extends CatalogFixture {

    /** For subclasses. */
    protected StockContract() {}

    private Stock stock() {
        return shop().stock();
    }

    @Test
    void isCountedFromTheMomentThatItIsAskedFor() {
        VariantId variant = only(product("sku")).id();
        assertThat(stock().levels(List.of(variant))).isEmpty();
        assertThatThrownBy(() -> stock().move(variant, MovementKind.RECEIVED, 5, "", "a"))
                .isInstanceOf(NotFoundException.class);

        stock().count(variant);
        stock().count(variant);

        assertThat(stock().levels(List.of(variant)))
                .containsExactly(new StockLevel(variant, Stock.MAIN, 0, 0, false, 0));
        assertThat(stock().movements(variant, 10)).isEmpty();
    }

    @Test
    void keepsEveryMovementAndTheirSum() {
        Product product = stocked(10);
        VariantId variant = only(product).id();
        clock.set(NOW.plusSeconds(1));
        stock().move(variant, MovementKind.LOST, -2, "broken in transit", "b");
        clock.set(NOW.plusSeconds(2));
        stock().move(variant, MovementKind.CORRECTED, 1, "stocktaking", "c");

        assertThat(level(product).stocked()).isEqualTo(9);
        assertThat(stock().movements(variant, 10))
                .extracting(StockMovement::quantity)
                .containsExactly(1, -2, 10);
        assertThat(stock().movements(variant, 1))
                .containsExactly(new StockMovement(
                        variant, Stock.MAIN, MovementKind.CORRECTED, 1, "stocktaking", "c", NOW.plusSeconds(2)));
    }

    @Test
    void movesOnceForACommand() {
        Product product = stocked(0);
        VariantId variant = only(product).id();

        List<Callable<Boolean>> tasks = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    stock().move(variant, MovementKind.RECEIVED, 5, "", "the same");
                    return true;
                })
                .toList();
        together(8, tasks);

        assertThat(level(product).stocked()).isEqualTo(5);
        assertThat(stock().movements(variant, 10)).hasSize(1);
    }

    @Test
    void aRefusedMovementLeavesNoTrace() {
        Product product = stocked(3);
        VariantId variant = only(product).id();

        assertThatThrownBy(() -> stock().move(variant, MovementKind.LOST, -4, "", "x"))
                .isInstanceOf(OutOfStockException.class);
        assertThat(level(product).stocked()).isEqualTo(3);
        assertThat(stock().movements(variant, 10)).hasSize(1);

        stock().move(variant, MovementKind.LOST, -3, "", "x");
        assertThat(level(product).stocked()).isZero();
    }

    @Test
    void whatIsPromisedStays() {
        Product product = stocked(5);
        apply(placed(product, 4), new OrderCommand.Confirm());

        assertThatThrownBy(() -> stock().move(only(product).id(), MovementKind.LOST, -2, "", "x"))
                .isInstanceOf(OutOfStockException.class);
        stock().move(only(product).id(), MovementKind.LOST, -1, "", "y");
        assertThat(level(product)).isEqualTo(new StockLevel(only(product).id(), Stock.MAIN, 4, 4, false, 0));
    }

    @Test
    void backordersPromiseMoreThanIsOnHand() {
        Product product = stocked(1);
        VariantId variant = only(product).id();
        stock().configure(variant, Stock.MAIN, true, 0);

        var order = apply(placed(product, 3), new OrderCommand.Confirm());

        assertThat(level(product).available()).isEqualTo(-2);
        assertThat(level(product).availability()).isEqualTo(Availability.AVAILABLE_FOR_ORDER);
        assertThatThrownBy(() -> stock().configure(variant, Stock.MAIN, false, 0))
                .isInstanceOf(OutOfStockException.class);
        assertThatThrownBy(
                        () -> apply(order, new OrderCommand.Ship(pieces(1, 2), dev.wakit.catalog.order.Tracking.NONE)))
                .isInstanceOf(OutOfStockException.class);

        stock().move(variant, MovementKind.RECEIVED, 2, "", "late");
        stock().configure(variant, Stock.MAIN, false, 0);
        assertThat(level(product).available()).isZero();
    }

    @Test
    void isShownAsOutOfStockAtItsBuffer() {
        Product product = stocked(3);
        stock().configure(only(product).id(), Stock.MAIN, false, 2);
        assertThat(level(product).availability()).isEqualTo(Availability.IN_STOCK);

        apply(placed(product, 1), new OrderCommand.Confirm());

        assertThat(level(product).availability()).isEqualTo(Availability.OUT_OF_STOCK);
        assertThat(level(product).available()).isEqualTo(2);
    }

    @Test
    void isKeptForEachLocationAndTenant() {
        Product product = stocked(3);
        VariantId variant = only(product).id();
        stock().configure(variant, "berlin", false, 0);
        stock().moveAt("berlin", variant, MovementKind.RECEIVED, 7, "", "to berlin");
        var others = shop(OTHER, OrderSettings.DEFAULT).stock();
        others.count(variant);

        assertThat(stock().levels(List.of(variant)))
                .extracting(StockLevel::location, StockLevel::stocked)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("berlin", 7),
                        org.assertj.core.groups.Tuple.tuple(Stock.MAIN, 3));
        assertThat(others.levels(List.of(variant)))
                .extracting(StockLevel::stocked)
                .containsExactly(0);
    }
}
