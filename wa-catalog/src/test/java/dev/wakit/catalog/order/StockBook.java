package dev.wakit.catalog.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.stock.StockEffect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the books of what an order does to stock, by line and variant. */
final class StockBook {

    private record Place(int line, VariantId variant) {}

    private final Map<Place, Integer> held = new HashMap<>();
    private final Map<Place, Integer> consumed = new HashMap<>();
    private final Map<Place, Integer> restocked = new HashMap<>();

    void add(List<StockEffect> effects) {
        for (StockEffect effect : effects) {
            var place = new Place(effect.line(), effect.variant());
            int quantity = effect.quantity();
            switch (effect.kind()) {
                case RESERVE -> held.merge(place, quantity, Integer::sum);
                case RELEASE -> held.merge(place, -quantity, Integer::sum);
                case CONSUME -> {
                    held.merge(place, -quantity, Integer::sum);
                    consumed.merge(place, quantity, Integer::sum);
                }
                case RESTOCK -> restocked.merge(place, quantity, Integer::sum);
            }
        }
    }

    /** What is promised is exactly what an order that is under way still has to hand over, and nothing once it is over. */
    void check(Order order, String as) {
        boolean isUnderWay = order.isReserved() && order.cancelReason().isEmpty();
        int expected = 0;
        for (OrderLine line : order.lines()) {
            var place = new Place(line.number(), line.item().variant());
            boolean isOfCatalog = !place.variant().equals(LineItem.NO_VARIANT);
            int open = isUnderWay && isOfCatalog ? line.open() : 0;
            assertThat(held.getOrDefault(place, 0)).as("held %s", as).isEqualTo(open);
            assertThat(consumed.getOrDefault(place, 0))
                    .as("consumed %s", as)
                    .isEqualTo(isOfCatalog ? line.fulfilled() : 0);
            assertThat(restocked.getOrDefault(place, 0)).as("restocked %s", as).isBetween(0, line.returned());
            expected += open;
        }
        assertThat(held.values().stream().mapToInt(Integer::intValue).sum())
                .as("held in all %s", as)
                .isEqualTo(expected);
    }
}
