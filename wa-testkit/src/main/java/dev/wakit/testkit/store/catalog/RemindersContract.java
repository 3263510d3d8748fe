package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.message.MessageSettings;
import dev.wakit.catalog.message.MessageSubject;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.message.ShopMessageState;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.product.Product;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.MessageContext;
import dev.wakit.inbound.MessageEchoed;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.message.MessageId;
import dev.wakit.outbound.DurableSend;
import dev.wakit.outbound.SendPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whom the shop reminds: at most twice, and of nothing that is settled.
 *
 * @since 0.1
 */
public abstract class RemindersContract extends MessageFixture {

    private static final MessageSettings SETTINGS = MessageSettings.NONE
            .remind(MessageSubject.CART, Duration.ofHours(4))
            .remind(MessageSubject.ORDER, Duration.ofHours(2))
            .remind(MessageSubject.ENQUIRY, Duration.ofHours(6));

    /** For subclasses. */
    protected RemindersContract() {}

    private AssistedCart cart(Shop shop, String key) {
        Product mug = product("mug-" + key);
        AssistedCart cart = shop.assisted().open(key, Buyer.of(ANNA), USD);
        return shop.assisted().put(cart.id(), mug, only(mug), 2, 0);
    }

    private int after(Shop shop, Duration time) {
        clock.advance(time);
        return messenger(shop).run(100).queued();
    }

    @Test
    void ofACartThatNobodyTouchesThePersonIsRemindedTwiceAndNoMore() {
        Shop shop = telling(SETTINGS);
        AssistedCart cart = cart(shop, "chat");

        assertThat(after(shop, Duration.ofHours(4).minusSeconds(1))).isZero();
        shop.assisted().tidy(10);
        assertThat(after(shop, Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(after(shop, Duration.ofHours(24).minusSeconds(1))).isZero();
        assertThat(after(shop, Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(after(shop, Duration.ofDays(2))).isZero();
        shop.assisted().reopen(cart.id(), 0);
        assertThat(after(shop, Duration.ofDays(2))).isZero();

        assertThat(sender.taken()).extracting(DurableSend::purpose).containsOnly(SendPurpose.MARKETING);
        assertThat(messenger(shop).messages(cart.id()))
                .extracting(ShopMessage::place)
                .containsExactly(1, 2);
    }

    @Test
    void anEmptyCartAConvertedOneAndAnOlderOneRemindNobody() {
        Shop shop = telling(SETTINGS);
        AssistedCart older = cart(shop, "older");
        AssistedCart done = cart(shop, "done");
        shop.assisted().checkout(done.id(), 0);
        shop.assisted().open("empty", Buyer.of("+4915112345678"), USD);
        clock.advance(Duration.ofSeconds(1));
        AssistedCart newest = cart(shop, "newest");
        shop.assisted().checkout(newest.id(), 0);
        shop.assisted().convert(done.id(), "anna");

        assertThat(after(shop, Duration.ofHours(4).minusSeconds(1))).isLessThanOrEqualTo(1);

        assertThat(messenger(shop).messages(done.id())).isEmpty();
        assertThat(messenger(shop).messages(older.id()))
                .extracting(ShopMessage::state, ShopMessage::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ShopMessageState.LEFT_OUT, "They have a newer cart"));
        assertThat(stores().messages().due(TENANT, clock.instant(), 100)).isEmpty();
    }

    @Test
    void anOrderAMessageOfAnAgentAndAnErasureEndReminders() {
        Shop shop = telling(SETTINGS);
        AssistedCart ordered = cart(shop, "ordered");
        assertThat(after(shop, Duration.ofHours(4))).isEqualTo(1);
        shop.orders().place(draft("api", product("pot"), 1), command());
        assertThat(after(shop, Duration.ofHours(24))).isEqualTo(1);
        assertThat(messenger(shop).messages(ordered.id()).get(1).reason()).isEqualTo("They ordered meanwhile");

        AssistedCart talked = cart(shop, "talked");
        clock.advance(Duration.ofHours(1));
        messenger(shop).agentWrote(Recipient.of(PhoneNumber.parse(ANNA)));
        after(shop, Duration.ofHours(4));
        assertThat(messenger(shop).messages(talked.id()).get(0).reason())
                .isEqualTo("A person of the business wrote to them");

        AssistedCart forgotten = cart(shop, "forgotten");
        shop.erase(ANNA);
        after(shop, Duration.ofHours(5));
        assertThat(messenger(shop).messages(forgotten.id())).isEmpty();
    }

    @Test
    void aMessageFromWhatsAppsOwnAppCountsAsAnAgents() {
        Shop shop = telling(SETTINGS);
        AssistedCart cart = cart(shop, "chat");
        Instant later = clock.advance(Duration.ofMinutes(5));
        Person anna = Person.builder().waId(ANNA.substring(1)).build();
        shop.intake()
                .on(
                        TENANT,
                        new MessageEchoed(
                                EventSource.builder("smb_message_echoes", later)
                                        .timed(true)
                                        .sender(NUMBER)
                                        .build(),
                                MessageId.of("wamid.echo"),
                                anna,
                                "text",
                                new TextContent("May I help?")));

        assertThat(after(shop, Duration.ofHours(4))).isZero();

        assertThat(messenger(shop).messages(cart.id()))
                .extracting(ShopMessage::state)
                .containsExactly(ShopMessageState.LEFT_OUT);
    }

    @Test
    void ofAnUnpaidOrderThePersonIsRemindedUntilItIsPaidOrCalledOff() {
        Shop shop = telling(SETTINGS);
        Order first = shop.orders().place(draft("a", product("mug"), 1), command());
        assertThat(after(shop, Duration.ofHours(2))).isEqualTo(1);
        shop.orders()
                .apply(
                        first.id(),
                        new OrderCommand.Pay(PaymentKind.CAPTURE, TEN, "bank", "1", PaymentState.SUCCEEDED),
                        command());
        assertThat(after(shop, Duration.ofHours(24))).isZero();
        Order second = shop.orders().place(draft("b", product("pot"), 1), command());
        shop.orders().apply(second.id(), new OrderCommand.Cancel("mistake"), command());
        assertThat(after(shop, Duration.ofHours(24))).isZero();

        assertThat(messenger(shop).messages(first.id())).hasSize(1);
        assertThat(messenger(shop).messages(second.id())).isEmpty();
    }

    @Test
    void ofAQuestionWithoutAnOrderThePersonIsRemindedOfTheLastOneOnly() {
        Shop shop = telling(SETTINGS);
        ask(shop, "wamid.q1", NOW.minusSeconds(60));
        ask(shop, "wamid.q2", NOW);
        List<Enquiry> asked = shop.enquiries().list(EnquiryQuery.newest(10));

        assertThat(after(shop, Duration.ofHours(6))).isEqualTo(1);

        assertThat(messenger(shop).messages(asked.get(0).id()))
                .extracting(ShopMessage::state)
                .containsExactly(ShopMessageState.QUEUED);
        assertThat(messenger(shop).messages(asked.get(1).id()))
                .extracting(ShopMessage::reason)
                .containsExactly("They asked something else since");
        assertThat(told()).containsExactly("REMINDER 0");
        assertThat(after(shop, Duration.ofDays(8))).isZero();
    }

    private static void ask(Shop shop, String wamid, Instant at) {
        EventSource source =
                EventSource.builder("messages", at).timed(true).sender(NUMBER).build();
        shop.intake()
                .on(
                        TENANT,
                        MessageReceived.builder(source, MessageId.of(wamid), "text")
                                .content(new TextContent("Is it warm?"))
                                .person(Person.builder().waId(ANNA.substring(1)).build())
                                .context(new MessageContext("", "", false, false, "4711", "mug"))
                                .build());
    }
}
