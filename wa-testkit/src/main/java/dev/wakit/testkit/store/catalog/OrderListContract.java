package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.FulfilmentStatus;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.catalog.product.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Lists of orders: the newest first, in pages, by each of the three axes and by person.
 *
 * @since 0.1
 */
public abstract class OrderListContract extends CatalogFixture {

    /** For subclasses. */
    protected OrderListContract() {}

    private List<Order> list(OrderQuery query) {
        return shop().orders().list(query);
    }

    @Test
    void comesInPagesTheNewestFirst() {
        Product product = product("sku");
        var placed = new ArrayList<Order>();
        for (int i = 0; i < 7; i++) {
            placed.add(0, placed(product, 1));
        }

        List<Order> first = list(OrderQuery.newest(4));
        List<Order> second = list(OrderQuery.newest(4).before(first.get(3).id()));

        assertThat(first).isEqualTo(placed.subList(0, 4));
        assertThat(second).isEqualTo(placed.subList(4, 7));
        assertThat(list(OrderQuery.newest(4).before(second.get(2).id()))).isEmpty();
    }

    @Test
    void isFoundByEachOfTheThreeAxes() {
        Product product = product("sku");
        Order pending = placed(product, 2);
        Order confirmed = apply(placed(product, 2), new OrderCommand.Confirm());
        Order partly = apply(
                apply(placed(product, 2), new OrderCommand.Confirm()),
                new OrderCommand.Ship(pieces(1, 1), Tracking.NONE));
        Order paid = apply(
                placed(product, 1),
                new OrderCommand.Pay(PaymentKind.CAPTURE, TEN, "bank", "tx", PaymentState.SUCCEEDED));

        OrderQuery all = OrderQuery.newest(10);
        assertThat(list(all)).containsExactly(paid, partly, confirmed, pending);
        assertThat(list(all.statuses(Set.of(OrderStatus.CONFIRMED, OrderStatus.PROCESSING))))
                .containsExactly(partly, confirmed);
        assertThat(list(all.payments(Set.of(PaymentStatus.PAID)))).containsExactly(paid);
        assertThat(list(all.fulfilments(Set.of(FulfilmentStatus.PARTIALLY_FULFILLED))))
                .containsExactly(partly);
        assertThat(list(all.statuses(Set.of(OrderStatus.PENDING)).payments(Set.of(PaymentStatus.UNPAID))))
                .containsExactly(pending);
    }

    @Test
    void isFoundByPersonAndNeverByAnotherTenant() {
        Product product = product("sku");
        placed(product, 1);
        Order hers = shop().orders()
                .place(
                        OrderDraft.builder(new OrderOrigin(OrderSource.MANUAL, "m"), Buyer.of("bsuid-7"), USD)
                                .addLine(LineItem.of(product, only(product)), 1, TEN)
                                .build(),
                        command());

        assertThat(list(OrderQuery.newest(10).contact("bsuid-7"))).containsExactly(hers);
        assertThat(shop(OTHER, OrderSettings.DEFAULT).orders().list(OrderQuery.newest(10)))
                .isEmpty();
    }
}
