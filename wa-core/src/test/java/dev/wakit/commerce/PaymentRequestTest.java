package dev.wakit.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.InvalidMessageException;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentRequestTest {
    private static final OrderItem CAKE = OrderItem.builder("1", "Cake", Amount.of(5000), 2)
            .saleAmount(Amount.of(4500))
            .build();

    @Test
    void computesTheTotal() {
        PaymentRequest request = order("order-1")
                .addItem(CAKE)
                .tax(Charge.of(Amount.of(100)))
                .shipping(Charge.of(Amount.of(200)))
                .discount(Charge.of(Amount.of(50)))
                .build();

        assertThat(request.subtotal()).isEqualTo(Amount.of(9000));
        assertThat(request.total()).isEqualTo(Amount.of(9250));
    }

    @Test
    void refusesADiscountThatIsMoreThanTheOrder() {
        PaymentRequestBuilder request = order("order-1").addItem(CAKE).discount(Charge.of(Amount.of(9001)));

        assertThatThrownBy(request::build).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void refusesAnOrderWithoutItems() {
        assertThatThrownBy(() -> order("order-1").build())
                .hasMessage("order.items must have at least 1 elements, but has 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ü", "a/b", "1234567890123456789012345678901234567890123456789012345678901"})
    void refusesOrderNumbersThatWhatsAppDoesNotTake(String reference) {
        assertThatThrownBy(() -> order(reference).addItem(CAKE).build()).isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void takesShorterOrderNumbersInIndia() {
        PaymentRequestBuilder request =
                PaymentRequest.builder("x".repeat(36), GoodsKind.DIGITAL, "INR").addItem(CAKE);

        assertThatThrownBy(request::build)
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("order.reference_id", "35", "36");
        assertThat(order("x".repeat(36)).addItem(CAKE).build().referenceId()).hasSize(36);
    }

    @Test
    void wantsTheOriginOfGoodsThatAreShippedInIndiaUnlessTheCatalogTellsIt() {
        PaymentRequestBuilder request =
                PaymentRequest.builder("order-1", GoodsKind.PHYSICAL, "INR").addItem(CAKE);

        assertThatThrownBy(request::build)
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContainingAll("order.items", "countryOfOrigin");
        assertThat(request.catalogId("c1").build().items()).hasSize(1);
    }

    @Test
    void refusesNegativeAmounts() {
        assertThatThrownBy(() -> Amount.of(-1)).isInstanceOf(InvalidMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {PaymentRequest.class, OrderItem.class, Charge.class})
    void isEqualByAllParts(Class<?> type) {
        EqualsVerifier.forClass(type)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(PaymentSetting.class, new PaymentSetting.Boleto("1"), new PaymentSetting.Boleto("2"))
                .withPrefabValues(OrderItem.class, CAKE, OrderItem.of("2", "Tea", Amount.ZERO, 1))
                .withPrefabValues(Amount.class, Amount.ZERO, Amount.of(1))
                .verify();
    }

    private static PaymentRequestBuilder order(String reference) {
        return PaymentRequest.builder(reference, GoodsKind.DIGITAL, "BRL");
    }
}
