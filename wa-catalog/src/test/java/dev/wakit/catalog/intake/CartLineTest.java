package dev.wakit.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TenantId;
import dev.wakit.catalog.CatalogId;
import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductId;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.ProductStatus;
import dev.wakit.catalog.product.Review;
import dev.wakit.catalog.product.Sale;
import dev.wakit.catalog.product.Variant;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.catalog.product.VariantSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a line of a cart costs in the order, and when it waits. */
class CartLineTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static CartLine line(String price, Money here, Sale... sale) {
        VariantSpec.Builder variant = VariantSpec.builder("sku", here, "https://shop.example/1.jpg");
        for (Sale one : sale) {
            variant.sale(one);
        }
        ProductSpec spec = ProductSpec.builder("Mug", "A mug.", "https://shop.example/1")
                .brand("Acme")
                .addVariant(variant.build())
                .build();
        var product = new Product(
                TenantId.of("acme"),
                new CatalogId(1),
                new ProductId(2),
                ProductStatus.ACTIVE,
                spec.texts(),
                List.of(new Variant(new VariantId(3), spec.variants().get(0), true, Review.NONE)),
                NOW,
                NOW,
                1);
        var item = new SentItem(
                "sku", BigDecimal.ONE, new BigDecimal(price), here.currency().getCurrencyCode());
        return CartLine.of(item, here.currency(), List.of(product), NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "10.00, USD, 10.00, CLEAR",
        "10, USD, 10.00, CLEAR",
        "1e1, USD, 10.00, CLEAR",
        "10.10, USD, 10.10, CLEAR",
        "10.11, USD, 10.11, PRICE_DIFFERS",
        "9.89, USD, 9.89, PRICE_DIFFERS",
        "10.005, USD, 10.01, UNCLEAR_PRICE",
        "10, JPY, 10, CLEAR",
        "10.5, JPY, 11, UNCLEAR_PRICE",
        "10.0, JPY, 10, CLEAR",
        "10.001, KWD, 10.001, CLEAR",
        "10.0015, KWD, 10.002, UNCLEAR_PRICE",
        "0.001, USD, 10.00, UNCLEAR_PRICE",
        "-10, USD, 10.00, UNCLEAR_PRICE",
        "99999999999999999999, USD, 10.00, UNCLEAR_PRICE",
        "1e-2000000000, USD, 10.00, UNCLEAR_PRICE",
    })
    void moneyIsExactAndWhatIsNotWaits(String sent, String currency, String price, LineFlag flag) {
        CartLine line = line(sent, Money.of("10", currency));

        assertThat(line.flag(PriceRule.DEFAULT)).isEqualTo(flag);
        assertThat(line.unitPrice(PriceRule.DEFAULT)).isEqualTo(Money.of(price, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPT_QUOTED, 12.00, 12.00, CLEAR",
        "ACCEPT_QUOTED, 8.00, 8.00, CLEAR",
        "ACCEPT_LOWER, 12.00, 10.00, CLEAR",
        "ACCEPT_LOWER, 8.00, 8.00, CLEAR",
        "REQUIRE_CONFIRM, 10.01, 10.01, PRICE_DIFFERS",
        "ACCEPT_LOWER, 0, 10.00, UNCLEAR_PRICE",
    })
    void thePolicySaysWhatCounts(PricePolicy policy, String sent, String price, LineFlag flag) {
        CartLine line = line(sent, Money.of("10", "USD"));

        assertThat(line.unitPrice(PriceRule.of(policy))).isEqualTo(Money.of(price, "USD"));
        assertThat(line.flag(PriceRule.of(policy))).isEqualTo(flag);
        assertThat(line.snapshot().listPrice()).isEqualTo(Money.of("10", "USD"));
    }

    @Test
    void theReducedPriceOfTheTimeIsThePriceHere() {
        var sale = new Sale(Money.of("7", "USD"), NOW.minusSeconds(60), NOW.plusSeconds(60));
        var over = new Sale(Money.of("7", "USD"), NOW.minusSeconds(60), NOW);

        assertThat(line("7", Money.of("10", "USD"), sale).flag(PriceRule.DEFAULT))
                .isEqualTo(LineFlag.CLEAR);
        assertThat(line("7", Money.of("10", "USD"), over).flag(PriceRule.DEFAULT))
                .isEqualTo(LineFlag.PRICE_DIFFERS);
    }

    @Test
    void aCutTextEndsWithAWholeCharacter() {
        assertThat(CartLine.cut("ab\uD83D\uDE00", 3)).isEqualTo("ab");
        assertThat(CartLine.cut("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
    }

    @Test
    void aToleranceIsAPart() {
        assertThatThrownBy(() -> new PriceRule(PricePolicy.REQUIRE_CONFIRM, new BigDecimal("1.01")))
                .hasMessageContaining("1.01");
    }
}
