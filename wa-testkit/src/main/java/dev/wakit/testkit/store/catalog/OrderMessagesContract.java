package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.WhatsAppException;
import dev.wakit.catalog.OutOfStockException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.message.MessageForm;
import dev.wakit.catalog.message.MessageRun;
import dev.wakit.catalog.message.MessageSettings;
import dev.wakit.catalog.message.MessageWriter;
import dev.wakit.catalog.message.Messenger;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.message.ShopMessageKind;
import dev.wakit.catalog.message.ShopMessageState;
import dev.wakit.catalog.message.ShopNews;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.FulfilmentStatus;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.catalog.product.Product;
import dev.wakit.commerce.OrderState;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.outbound.DurableSend;
import dev.wakit.outbound.RefusedSendException;
import dev.wakit.outbound.SendPurpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What customers are told about their orders: each change once, in the right form, or with a reason why not.
 *
 * @since 0.1
 */
public abstract class OrderMessagesContract extends MessageFixture {

    /** For subclasses. */
    protected OrderMessagesContract() {}

    private Order place(Shop shop, int quantity) {
        return shop.orders().place(draft("order", product("mug"), quantity), command());
    }

    private Order apply(Shop shop, Order order, OrderCommand command) {
        return shop.orders().apply(order.id(), command, command());
    }

    private static OrderCommand ship(int quantity) {
        return new OrderCommand.Ship(pieces(1, quantity), new Tracking("Post", "T" + quantity, ""));
    }

    @Test
    void threeShipmentsACancelledRestAndAReturnAreEachToldOnce() {
        Shop shop = telling(MessageSettings.DEFAULT);
        Messenger messenger = messenger(shop);
        write(shop, NOW);
        Order order = place(shop, 5);
        apply(shop, order, new OrderCommand.Confirm());
        Order shipped = apply(shop, order, ship(1));
        assertThat(shipped.fulfilmentStatus()).isEqualTo(FulfilmentStatus.PARTIALLY_FULFILLED);
        apply(shop, order, ship(1));
        apply(shop, order, ship(2));
        Order rest = apply(shop, order, new OrderCommand.CancelQuantity(pieces(1, 1), "sold out"));
        assertThat(rest.fulfilmentStatus()).isEqualTo(FulfilmentStatus.FULFILLED);
        messenger.run(100);
        apply(shop, order, new OrderCommand.TakeBack(pieces(1, 1), true));
        apply(
                shop,
                order,
                new OrderCommand.Pay(PaymentKind.CAPTURE, Money.of("40", "USD"), "bank", "1", PaymentState.SUCCEEDED));
        Order done = apply(shop, order, new OrderCommand.Complete());
        messenger.run(100);

        assertThat(done.status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(done.lines().get(0).returned()).isEqualTo(1);
        assertThat(told())
                .containsExactly(
                        "CONFIRMED 0",
                        "SHIPPED 1",
                        "SHIPPED 2",
                        "SHIPPED 3",
                        "PIECES_CANCELLED 0",
                        "RETURNED 0",
                        "COMPLETED 0");
        List<ShopMessage> messages = messenger.messages(order.id());
        assertThat(messages).extracting(ShopMessage::state).containsOnly(ShopMessageState.QUEUED);
        assertThat(messages).extracting(ShopMessage::form).containsOnly(MessageForm.REPLY);
        assertThat(messages.stream()
                        .map(message -> message.orderState().map(Enum::name).orElse("-")))
                .containsExactly(
                        "-",
                        "PARTIALLY_SHIPPED",
                        "PARTIALLY_SHIPPED",
                        "PARTIALLY_SHIPPED",
                        "SHIPPED",
                        "SHIPPED",
                        "COMPLETED");
        assertThat(messages)
                .extracting(ShopMessage::delivery)
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(messenger.run(100)).isEqualTo(new MessageRun(0, 0, 0, 0));
        assertThat(sender.taken()).extracting(DurableSend::sender).containsOnly(Optional.of(NUMBER));
        assertThat(sender.taken()).extracting(DurableSend::purpose).containsOnly(SendPurpose.SERVICE);
    }

    @Test
    void aCommandThatIsRepeatedOrRefusedTellsNothingMore() {
        Shop shop = telling(MessageSettings.DEFAULT);
        Product few = stocked(1);
        Order order = shop.orders().place(draft("two", few, 2), command());
        assertThatThrownBy(() -> apply(shop, order, new OrderCommand.Confirm()))
                .isInstanceOf(OutOfStockException.class);
        assertThat(messenger(shop).messages(order.id())).isEmpty();
        Order possible = shop.orders().place(draft("one", few, 1), command());
        CommandContext context = CommandContext.of("confirm", "anna");

        shop.orders().apply(possible.id(), new OrderCommand.Confirm(), context);
        shop.orders().apply(possible.id(), new OrderCommand.Confirm(), context);
        shop.orders().place(draft("one", few, 1), command());

        assertThat(messenger(shop).messages(possible.id()))
                .extracting(ShopMessage::kind)
                .containsExactly(ShopMessageKind.CONFIRMED);
    }

    @Test
    void aProcessThatDiesAfterHandingOverHandsOverTheSameNameAgain() {
        Shop shop = telling(MessageSettings.DEFAULT);
        Order order = place(shop, 1);
        apply(shop, order, new OrderCommand.Confirm());
        sender.after(send -> {
            throw new IllegalStateException("The process ends here.");
        });
        assertThat(messenger(shop).run(10)).isEqualTo(new MessageRun(0, 0, 0, 1));
        sender.after(send -> {});
        assertThat(messenger(shop).run(10)).isEqualTo(new MessageRun(0, 0, 0, 0));
        clock.advance(Duration.ofSeconds(10));

        assertThat(messenger(shop).run(10)).isEqualTo(new MessageRun(0, 1, 0, 0));

        assertThat(sender.taken()).hasSize(1);
        ShopMessage message = messenger(shop).messages(order.id()).get(0);
        assertThat(message.state()).isEqualTo(ShopMessageState.QUEUED);
        assertThat(message.attempts()).isEqualTo(1);
        assertThat(message.delivery()).contains(sender.taken().get(0).key());
    }

    @Test
    void severalProcessesHandEachMessageOverUnderOneName() {
        Shop shop = telling(MessageSettings.DEFAULT);
        var orders = new ArrayList<Order>();
        Product mug = product("mug");
        for (int i = 0; i < 20; i++) {
            Order order = shop.orders().place(draft("order-" + i, mug, 1), command());
            orders.add(apply(shop, order, new OrderCommand.Confirm()));
        }
        Messenger other = Shop.builder(another())
                .tenant(TENANT)
                .clock(clock)
                .messages(MessageSettings.DEFAULT)
                .build()
                .messenger(sender, WRITER);
        List<Callable<MessageRun>> runs = List.of(
                () -> messenger(shop).run(20),
                () -> other.run(20),
                () -> messenger(shop).run(20),
                () -> other.run(20));

        together(4, runs);

        assertThat(sender.taken()).hasSize(20);
        assertThat(orders)
                .allSatisfy(order -> assertThat(messenger(shop).messages(order.id()))
                        .extracting(ShopMessage::state)
                        .containsExactly(ShopMessageState.QUEUED));
    }

    @Test
    void whoWroteLongAgoGetsATemplateAndWhoHasNoneGetsNothing() {
        Shop shop = telling(MessageSettings.DEFAULT);
        write(shop, NOW);
        write(shop, NOW.minus(Duration.ofHours(5)));
        Order order = place(shop, 2);
        apply(shop, order, new OrderCommand.Confirm());
        clock.set(NOW.plus(Duration.ofHours(24)).minus(Duration.ofMinutes(30)).minusMillis(1));
        messenger(shop).run(10);
        apply(shop, order, ship(1));
        clock.advance(Duration.ofMillis(1));
        messenger(shop).run(10);
        apply(shop, order, ship(1));
        Messenger silent = shop.messenger(sender, new MessageWriter() {
            @Override
            public Optional<Message> reply(ShopNews news) {
                return WRITER.reply(news);
            }

            @Override
            public Optional<TemplateMessage> template(ShopNews news) {
                return Optional.empty();
            }
        });
        silent.run(10);

        assertThat(told()).containsExactly("CONFIRMED 0", "TEMPLATE");
        assertThat(sender.taken().get(1).purpose()).isEqualTo(SendPurpose.UTILITY);
        List<ShopMessage> messages = silent.messages(order.id());
        assertThat(messages)
                .extracting(ShopMessage::form)
                .containsExactly(MessageForm.REPLY, MessageForm.TEMPLATE, MessageForm.NONE);
        assertThat(messages.get(2).state()).isEqualTo(ShopMessageState.LEFT_OUT);
        assertThat(messages.get(2).reason()).isEqualTo("The host has no template for it");
    }

    @Test
    void whatCanNeverBeSentIsLeftOutAndWhatWaitsTooLongToo() {
        Shop shop = telling(MessageSettings.DEFAULT);
        Order order = place(shop, 1);
        apply(shop, order, new OrderCommand.Confirm());
        sender.before(send -> {
            throw new RefusedSendException("The engine has no such provider.");
        });
        assertThat(messenger(shop).run(10).leftOut()).isEqualTo(1);
        assertThat(messenger(shop).messages(order.id()).get(0).reason()).isEqualTo("The engine has no such provider.");
        apply(shop, order, ship(1));
        sender.before(send -> {
            throw new Unreachable();
        });
        clock.advance(Duration.ofDays(6).plusMillis(1));
        assertThat(messenger(shop).run(10).leftOut()).isEqualTo(1);
        assertThat(sender.taken()).isEmpty();
    }

    /** Nobody takes messages over now. */
    private static final class Unreachable extends WhatsAppException {

        private static final long serialVersionUID = 1L;

        Unreachable() {
            super("The database cannot be reached.");
        }
    }

    @Test
    void whoIsErasedIsToldNothingMore() {
        Shop shop = telling(MessageSettings.DEFAULT);
        write(shop, NOW);
        Order order = place(shop, 1);
        apply(shop, order, new OrderCommand.Confirm());

        assertThat(shop.erase(ANNA)).isEqualTo(2);
        messenger(shop).run(10);

        assertThat(sender.taken()).isEmpty();
        assertThat(messenger(shop).messages(order.id()))
                .extracting(ShopMessage::state)
                .containsExactly(ShopMessageState.LEFT_OUT);
        assertThat(stores().conversations().list(TENANT, ANNA)).isEmpty();
    }

    @Test
    void onlyWhatTheSettingsNameIsTold() {
        Order quiet = place(shop(), 1);
        apply(shop(), quiet, new OrderCommand.Confirm());
        assertThat(messenger(shop()).messages(quiet.id())).isEmpty();
        Shop shop = telling(MessageSettings.NONE.kinds(EnumSet.allOf(ShopMessageKind.class).stream()
                .filter(kind -> kind != ShopMessageKind.REMINDER && kind != ShopMessageKind.PAYMENT_REQUEST)
                .collect(java.util.stream.Collectors.toSet())));
        Product mug = product("pot");
        Order order = shop.orders().place(draft("all", mug, 1), command());
        apply(shop, order, new OrderCommand.Confirm());
        apply(shop, order, ship(1));
        apply(shop, order, new OrderCommand.Deliver(1));

        assertThat(messenger(shop).messages(order.id()))
                .extracting(
                        message -> message.kind() + " " + message.orderState().orElse(null))
                .containsExactly(
                        "RECEIVED " + OrderState.PENDING,
                        "CONFIRMED null",
                        "SHIPPED " + OrderState.SHIPPED,
                        "DELIVERED " + OrderState.SHIPPED);
        assertThat(shop(OTHER, OrderSettings.DEFAULT).messenger(sender, WRITER).messages(order.id()))
                .isEmpty();
    }
}
