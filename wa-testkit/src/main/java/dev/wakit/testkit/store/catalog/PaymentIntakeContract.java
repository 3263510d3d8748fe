package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wakit.catalog.Shop;
import dev.wakit.catalog.intake.IntakeEvent;
import dev.wakit.catalog.intake.IntakeSettings;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.Payment;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.PaymentStatus;
import dev.wakit.commerce.Amount;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.PaymentChanged;
import dev.wakit.inbound.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What becomes of payments inside WhatsApp: each is recorded once, whatever the order of its webhooks, and none is recorded wrongly.
 *
 * @since 0.1
 */
public abstract class PaymentIntakeContract extends CatalogFixture {

    private final List<IntakeEvent> heard = new ArrayList<>();

    /** For subclasses. */
    protected PaymentIntakeContract() {}

    private void receive(PaymentChanged... news) {
        Shop listening = Shop.builder(stores())
                .tenant(TENANT)
                .clock(clock)
                .intake(IntakeSettings.DEFAULT.listener(heard::add))
                .build();
        List.of(news).forEach(event -> listening.intake().on(TENANT, event));
    }

    private static PaymentChanged payment(
            String reference, String state, long value, String currency, String transaction, String transactionState) {
        return new PaymentChanged(
                EventSource.builder("messages", NOW).build(),
                "",
                Person.builder().waId("919978783238").build(),
                state,
                reference,
                Amount.of(value),
                currency,
                transaction,
                "upi",
                transactionState,
                Instant.MAX,
                Instant.MAX);
    }

    /** Two pieces at 10.00 each. */
    private Order placed() {
        return placed(stocked(2), 2);
    }

    private Order now(Order order) {
        return shop().orders().get(order.id());
    }

    @Test
    void aPaymentIsRecordedOnceHoweverItsWebhooksCome() {
        Order order = placed();
        var news = new ArrayList<PaymentChanged>();
        for (int i = 0; i < 10; i++) {
            news.add(payment(order.number(), "pending", 2_000, "USD", "tx-1", "failed"));
            news.add(payment(order.number(), "pending", 2_000, "USD", "tx-2", "pending"));
            news.add(payment(order.number(), "captured", 2_000, "USD", "tx-2", "success"));
        }
        Collections.shuffle(news, new Random(7));

        receive(news.toArray(PaymentChanged[]::new));

        assertThat(now(order).paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(now(order).captured()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(now(order).payments())
                .extracting(Payment::reference, Payment::state, Payment::provider)
                .containsExactlyInAnyOrder(
                        tuple("tx-1", PaymentState.FAILED, Payment.WHATSAPP),
                        tuple("tx-2", PaymentState.SUCCEEDED, Payment.WHATSAPP));
        assertThat(heard).hasSize(30).allMatch(IntakeEvent.PaymentRecorded.class::isInstance);
    }

    @Test
    void aPaymentWithoutAnAmountOrAnIdIsOneOfTheWholeOrder() {
        Order order = placed();

        receive(payment(order.number(), "captured", 0, "", "", ""));

        assertThat(now(order).paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(now(order).payments()).extracting(Payment::reference).containsExactly(order.number());
    }

    @Test
    void aPaymentThatCannotBeRecordedIsToldAndChangesNothing() {
        Order order = placed();

        receive(
                payment(order.number(), "captured", 2_000, "EUR", "tx-1", "success"),
                payment(order.number(), "captured", 2_000, "QQQ", "tx-1", "success"),
                payment(order.number(), "reversed", 2_000, "USD", "tx-1", "success"),
                payment(order.number(), "captured", 2_000, "USD", "x".repeat(99), "success"));

        assertThat(now(order)).isEqualTo(order);
        assertThat(heard)
                .hasSize(4)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                IntakeEvent.PaymentUnclear.class,
                                unclear -> assertThat(unclear.reason()).isNotEmpty()));
    }

    @Test
    void aPaymentOfSomethingElseIsLeftAlone() {
        receive(payment("another-system-7", "captured", 100, "INR", "tx", "success"));

        assertThat(heard).isEmpty();
    }
}
