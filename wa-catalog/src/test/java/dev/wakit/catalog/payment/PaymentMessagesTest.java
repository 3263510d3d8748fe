package dev.wakit.catalog.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TenantId;
import dev.wakit.catalog.InvalidOrderException;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Adjustment;
import dev.wakit.catalog.order.AdjustmentKind;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderHead;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.Payment;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.product.VariantId;
import dev.wakit.commerce.Amount;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.OrderItem;
import dev.wakit.commerce.OrderState;
import dev.wakit.commerce.PaymentRequest;
import dev.wakit.commerce.PaymentSetting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** WhatsApp's own messages about an order show exactly what it costs, where and when that is possible. */
class PaymentMessagesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final PaymentSetting LINK = PaymentSetting.PaymentLink.of("https://pay.example/17");

    private String number = "ORD-2026-000017";
    private String contact = "+919978783238";
    private String currency = "INR";
    private OrderStatus status = OrderStatus.CONFIRMED;
    private boolean taxIncluded;
    private String title = "Mug";
    private int cancelled;
    private List<Payment> payments = List.of();
    private List<Adjustment> adjustments = List.of();

    private Money money(String amount) {
        return Money.of(amount, currency);
    }

    private Order order() {
        var item = new LineItem(new VariantId(1), "mug", title, Map.of(), "Acme", "", money("150.00"), BigDecimal.ZERO);
        var head = new OrderHead(
                TenantId.DEFAULT,
                new OrderId(17),
                number,
                new OrderOrigin(OrderSource.API, "key"),
                Currency.getInstance(currency),
                taxIncluded,
                "main",
                NOW);
        return new Order(
                head,
                Buyer.of(contact),
                status,
                "",
                true,
                List.of(
                        new OrderLine(1, item, money("149.50"), LineFlag.CLEAR, 3, 0, cancelled, 0),
                        new OrderLine(2, item, money("10.00"), LineFlag.CLEAR, 1, 0, cancelled == 0 ? 0 : 1, 0)),
                adjustments,
                payments,
                List.of(),
                Map.of(),
                Instant.EPOCH,
                NOW,
                1,
                1);
    }

    private static PaymentMessages in(PaymentCountry country) {
        return new PaymentMessages(PaymentTerms.of(country, GoodsKind.PHYSICAL, order -> List.of(LINK))
                .metaCatalog("4711")
                .paymentType(country == PaymentCountry.BRAZIL ? "br" : ""));
    }

    private static PaymentMessages india() {
        return in(PaymentCountry.INDIA);
    }

    @Test
    void amountsAddUpToTheTotalOfTheOrder() {
        adjustments = List.of(
                new Adjustment(AdjustmentKind.DISCOUNT, "Spring", money("20.00")),
                new Adjustment(AdjustmentKind.SHIPPING, "Post", money("49.00")),
                new Adjustment(AdjustmentKind.TAX, "GST", money("80.73")));

        PaymentRequest request = india().request(order());

        assertThat(request.referenceId()).isEqualTo("ORD-2026-000017");
        assertThat(request.items())
                .containsExactly(
                        OrderItem.of("mug", "Mug", Amount.of(14_950), 3),
                        OrderItem.of("mug", "Mug", Amount.of(1_000), 1));
        assertThat(request.subtotal()).isEqualTo(Amount.of(45_850));
        assertThat(request.total()).isEqualTo(Amount.of(45_850 - 2_000 + 4_900 + 8_073));
        assertThat(request.total().value()).isEqualTo(order().totals().total().minor());
        assertThat(request.settings()).containsExactly(LINK);
        assertThat(request.catalogId()).contains("4711");
    }

    @Test
    void taxThatPricesContainIsNotAddedAgainAndWhatWasCalledOffIsLeftOut() {
        taxIncluded = true;
        cancelled = 1;
        adjustments = List.of(new Adjustment(AdjustmentKind.TAX, "GST", money("45.00")));

        PaymentRequest request = india().request(order());

        assertThat(request.items()).containsExactly(OrderItem.of("mug", "Mug", Amount.of(14_950), 2));
        assertThat(request.total()).isEqualTo(Amount.of(29_900));
    }

    @ParameterizedTest
    @CsvSource({"INDIA, INR, +919978783238", "BRAZIL, BRL, +5511987654321", "SINGAPORE, SGD, +6581234567"})
    void eachCountryHasItsCurrencyAndItsNumbers(PaymentCountry country, String money, String person) {
        currency = money;
        contact = person;

        assertThat(in(country).request(order()).currency()).isEqualTo(money);
        for (PaymentCountry other : PaymentCountry.values()) {
            if (other != country) {
                assertThatThrownBy(() -> in(other).request(order()))
                        .isInstanceOf(InvalidOrderException.class)
                        .hasMessageContaining(money);
            }
        }
        contact = "+14155551000";
        assertThatThrownBy(() -> in(country).request(order()))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("buyer.contact")
                .hasMessageNotContaining("4155551000");
        contact = "bsuid:US.13491208655302741918";
        assertThatThrownBy(() -> in(country).request(order())).isInstanceOf(InvalidOrderException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"FEE", "ROUNDING"})
    void whatWhatsAppCannotShowIsRefusedWithTheReason(AdjustmentKind kind) {
        adjustments = List.of(new Adjustment(kind, "Cash", money("0.50")));

        assertThatThrownBy(() -> india().request(order()))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("0.50")
                .hasMessageContaining("shipping");
    }

    @Test
    void goodsWithoutACatalogTellTheirOriginInIndia() {
        PaymentTerms terms = PaymentTerms.of(PaymentCountry.INDIA, GoodsKind.PHYSICAL, order -> List.of(LINK));
        assertThatThrownBy(() -> new PaymentMessages(terms).request(order()))
                .isInstanceOf(dev.wakit.InvalidMessageException.class)
                .hasMessageContaining("countryOfOrigin");

        PaymentRequest request =
                new PaymentMessages(terms.origin(new GoodsOrigin("India", "Acme", "1 Road, Pune"))).request(order());

        assertThat(request.items().get(0).countryOfOrigin()).contains("India");
    }

    @Test
    void aReferenceThatWhatsAppDoesNotTakeIsRefused() {
        number = "O".repeat(35);
        assertThat(india().request(order()).referenceId()).hasSize(35);
        number = "O".repeat(36);
        assertThatThrownBy(() -> india().request(order()))
                .isInstanceOf(InvalidOrderException.class)
                .hasMessageContaining("35");
        number = "ORD/17";
        assertThatThrownBy(() -> india().status(order(), OrderState.SHIPPED)).isInstanceOf(InvalidOrderException.class);
    }

    @Test
    void aLongTitleIsCutToSixtyCharacters() {
        title = "x".repeat(61);
        assertThat(india().request(order()).items().get(0).name()).isEqualTo("x".repeat(59) + "…");
        title = "x".repeat(60);
        assertThat(india().request(order()).items().get(0).name()).isEqualTo(title);
    }

    @Test
    void onlyAnOpenOrderOfWhichNothingIsPaidCanBePaid() {
        for (OrderStatus over : List.of(OrderStatus.COMPLETED, OrderStatus.CANCELLED, OrderStatus.REFUNDED)) {
            status = over;
            assertThatThrownBy(() -> india().request(order())).isInstanceOf(OrderStateException.class);
        }
        status = OrderStatus.PENDING;
        payments = List.of(paid(PaymentKind.CAPTURE, PaymentState.SUCCEEDED));
        assertThatThrownBy(() -> india().request(order())).isInstanceOf(OrderStateException.class);
    }

    @Test
    void anOrderThatWasPaidInWhatsAppOrMayBeIsNeverShownAsCancelled() {
        status = OrderStatus.CANCELLED;
        assertThat(india().status(order(), OrderState.CANCELED).state()).isEqualTo(OrderState.CANCELED);
        for (PaymentState state : List.of(PaymentState.PENDING, PaymentState.SUCCEEDED)) {
            payments = List.of(paid(PaymentKind.CAPTURE, state));
            assertThatThrownBy(() -> india().status(order(), OrderState.CANCELED))
                    .isInstanceOf(OrderStateException.class);
            assertThat(india().status(order(), OrderState.SHIPPED).state()).isEqualTo(OrderState.SHIPPED);
        }
        payments = List.of(paid(PaymentKind.CAPTURE, PaymentState.FAILED));
        assertThat(india().status(order(), OrderState.CANCELED).state()).isEqualTo(OrderState.CANCELED);
        payments = List.of(
                paid(PaymentKind.CAPTURE, PaymentState.SUCCEEDED), paid(PaymentKind.REFUND, PaymentState.SUCCEEDED));
        assertThat(india().status(order(), OrderState.CANCELED).state()).isEqualTo(OrderState.CANCELED);
    }

    private Payment paid(PaymentKind kind, PaymentState state) {
        return new Payment(kind, money("10.00"), Payment.WHATSAPP, kind.name(), state, NOW);
    }
}
