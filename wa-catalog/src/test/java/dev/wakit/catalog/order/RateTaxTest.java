package dev.wakit.catalog.order;

import static dev.wakit.catalog.order.OrderFactory.USD;
import static dev.wakit.catalog.order.OrderFactory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.money.Rounding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateTaxTest {

    private static PricedOrder order(boolean taxIncluded, String... priceAndRate) {
        var lines = new ArrayList<OrderLine>();
        for (int i = 0; i < priceAndRate.length; i += 2) {
            Money price = usd(priceAndRate[i]);
            int number = lines.size() + 1;
            lines.add(new OrderLine(
                    number, OrderFactory.item(number, price, priceAndRate[i + 1]), price, LineFlag.CLEAR, 1, 0, 0, 0));
        }
        return new PricedOrder(USD, taxIncluded, lines, Buyer.ERASED);
    }

    private static List<Money> amounts(List<Adjustment> taxes) {
        return taxes.stream().map(Adjustment::amount).toList();
    }

    @Test
    void roundsEachLineOrOnceForTheOrder() {
        PricedOrder order = order(false, "0.05", "0.1", "0.05", "0.1", "0.05", "0.1");

        assertThat(amounts(RateTax.perLine(Rounding.HALF_UP).tax(order, List.of())))
                .containsExactly(usd("0.03"));
        assertThat(amounts(RateTax.perOrder(Rounding.HALF_UP).tax(order, List.of())))
                .containsExactly(usd("0.02"));
    }

    @Test
    void tellsTheTaxOfEachRate() {
        List<Adjustment> taxes =
                RateTax.perLine(Rounding.HALF_UP).tax(order(false, "100", "0.18", "50", "0.05", "10", "0"), List.of());

        assertThat(taxes).extracting(Adjustment::label).containsExactly("5%", "18%");
        assertThat(amounts(taxes)).containsExactly(usd("2.50"), usd("18"));
    }

    @Test
    void taxesWhatIsLeftAfterTheDiscount() {
        var discount = new Adjustment(AdjustmentKind.DISCOUNT, "Summer", usd("30"));

        List<Adjustment> taxes =
                RateTax.perLine(Rounding.HALF_UP).tax(order(false, "100", "0.1", "200", "0.2"), List.of(discount));

        assertThat(amounts(taxes)).containsExactly(usd("9"), usd("36"));
    }

    @Test
    void findsTheTaxInsidePricesThatContainIt() {
        assertThat(amounts(RateTax.perLine(Rounding.HALF_UP).tax(order(true, "118", "0.18"), List.of())))
                .containsExactly(usd("18"));
    }
}
