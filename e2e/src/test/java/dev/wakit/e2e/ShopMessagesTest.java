package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.campaign.CampaignEngine;
import dev.wakit.campaign.consent.ErasureReceipt;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.consent.SuppressionScope;
import dev.wakit.campaign.consent.SuppressionSource;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.SkipReason;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.message.MessageForm;
import dev.wakit.catalog.message.MessageSettings;
import dev.wakit.catalog.message.MessageSubject;
import dev.wakit.catalog.message.MessageWriter;
import dev.wakit.catalog.message.Messenger;
import dev.wakit.catalog.message.ShopMessage;
import dev.wakit.catalog.message.ShopMessageState;
import dev.wakit.catalog.message.ShopNews;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.order.PaymentKind;
import dev.wakit.catalog.order.PaymentState;
import dev.wakit.catalog.order.Tracking;
import dev.wakit.catalog.payment.PaymentCountry;
import dev.wakit.catalog.payment.PaymentTerms;
import dev.wakit.catalog.product.Product;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.commerce.GoodsKind;
import dev.wakit.commerce.PaymentSetting;
import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.meta.MetaProvider;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.CustomerMessage;
import dev.wakit.testkit.simulator.LedgerEntry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A customer's order travels from its webhook to its completion, and the customer hears of each step once, whoever dies meanwhile. */
class ShopMessagesTest {

    private static final String ANNA = "+919978781111";
    private static final Currency INR = Currency.getInstance("INR");

    private static final MessageWriter WRITER = writer("News");

    private static MessageWriter writer(String word) {
        return new MessageWriter() {
            @Override
            public Optional<Message> reply(ShopNews news) {
                return Optional.of(TextMessage.of(word + ": " + news.message().kind() + " "
                        + news.message().shipment() + "."));
            }

            @Override
            public Optional<TemplateMessage> template(ShopNews news) {
                return Optional.of(TemplateMessage.builder("tour_package_marketing", "en_US")
                        .body("your cart", "45,000")
                        .build());
            }
        };
    }

    @TempDir
    private Path folder;

    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** With a clock that a test moves on, where it would have to wait. */
    private Shop shop(JdbcStores stores, MessageSettings settings) {
        return Shop.builder(stores)
                .clock(() -> Instant.now().plus(ahead.get()))
                .messages(settings)
                .build();
    }

    private static Stage open(Database database, Shop shop) {
        return Stage.open(
                database, Stage.quick(), engine -> engine.inbound(shop.intake()).personalRecords(shop));
    }

    private Order apply(Shop shop, OrderId order, OrderCommand command) {
        return shop.orders().apply(order, command, CommandContext.of("step-" + commands.incrementAndGet(), "anna"));
    }

    private static OrderCommand ship(int quantity) {
        return new OrderCommand.Ship(new TreeMap<>(Map.of(1, quantity)), new Tracking("Post", "T1", ""));
    }

    private static Product sell(Shop shop, String meta) {
        Catalog catalog = shop.catalogs().create("Mugs", INR);
        shop.catalogs().save(catalog.linked(new MetaLink(meta, "", "")).in(CatalogStatus.CONNECTED));
        return shop.products()
                .create(
                        catalog.id(),
                        ProductSpec.builder("Mug", "A mug.", "https://shop.example/m")
                                .brand("Acme")
                                .addVariant(VariantSpec.builder(
                                                "mug", Money.of("12.50", "INR"), "https://shop.example/m.png")
                                        .build())
                                .build());
    }

    private static OrderId orderByWebhook(Stage stage, Shop shop, int quantity) {
        String meta = stage.simulator.catalogs().connect("Mugs");
        sell(shop, meta);
        stage.simulator.customerSends(
                ANNA, CustomerMessage.order(meta, "mug", quantity, new BigDecimal("12.50"), "INR"));
        return Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(() -> shop.orders().list(OrderQuery.newest(1)), orders -> orders.size() == 1)
                .get(0)
                .id();
    }

    /** Waits until all that was handed over to the engine has been accepted. */
    private static List<Delivery> awaitAccepted(CampaignEngine engine, Messenger messenger, OrderId order) {
        return Awaitility.await()
                .atMost(Stage.PATIENCE)
                .until(
                        () -> messenger.messages(order).stream()
                                .map(message -> engine.outbox().find(DeliveryId.parse(message.delivery())))
                                .flatMap(Optional::stream)
                                .toList(),
                        all -> all.stream().allMatch(one -> one.messageId().isPresent()));
    }

    private static List<LedgerEntry> toAnna(Stage stage) {
        return stage.simulator.ledger().accepted().stream()
                .filter(entry -> ANNA.endsWith(entry.recipient()))
                .toList();
    }

    @Test
    void eachStepIsToldOnceAlthoughTheWorkerRestartsAndDiesInBetween() {
        Database database = Database.sqlite(folder);
        try (JdbcStores stores = database.open()) {
            Shop shop = shop(stores, MessageSettings.DEFAULT);
            try (Stage stage = open(database, shop)) {
                OrderId order = orderByWebhook(stage, shop, 5);
                Messenger first = shop.messenger(stage.engine.durableSender(), WRITER);
                apply(shop, order, new OrderCommand.Confirm());
                first.run(10);
                apply(shop, order, ship(1));
                // Dies after the engine has the message and before the shop knows; whoever repeats it has other words.
                Messenger dying = shop.messenger(
                        send -> {
                            stage.engine.durableSender().send(send);
                            throw new IllegalStateException("The process ends here.");
                        },
                        writer("Earlier words"));
                assertThat(dying.run(10).failed()).isEqualTo(1);
                ahead.set(Duration.ofSeconds(10));
                stage.engine.close();
                apply(shop, order, ship(1));
                apply(shop, order, ship(2));
                apply(shop, order, new OrderCommand.CancelQuantity(new TreeMap<>(Map.of(1, 1)), "sold out"));

                try (CampaignEngine second =
                        Worker.builder(stage.stores, stage.provider).build()) {
                    second.start();
                    Messenger messenger = shop.messenger(second.durableSender(), WRITER);
                    apply(shop, order, new OrderCommand.TakeBack(new TreeMap<>(Map.of(1, 1)), true));
                    apply(
                            shop,
                            order,
                            new OrderCommand.Pay(
                                    PaymentKind.CAPTURE, Money.of("50", "INR"), "bank", "1", PaymentState.SUCCEEDED));
                    Order done = apply(shop, order, new OrderCommand.Complete());
                    Awaitility.await()
                            .atMost(Stage.PATIENCE)
                            .until(
                                    () -> {
                                        messenger.run(10);
                                        return messenger.messages(order);
                                    },
                                    all -> all.stream()
                                            .allMatch(message -> message.state() == ShopMessageState.QUEUED));
                    List<Delivery> sent = awaitAccepted(second, messenger, order);

                    assertThat(done.status()).isEqualTo(OrderStatus.COMPLETED);
                    assertThat(messenger.messages(order))
                            .extracting(message -> message.kind() + " " + message.shipment())
                            .containsExactly(
                                    "CONFIRMED 0",
                                    "SHIPPED 1",
                                    "SHIPPED 2",
                                    "SHIPPED 3",
                                    "PIECES_CANCELLED 0",
                                    "RETURNED 0",
                                    "COMPLETED 0");
                    assertThat(sent)
                            .extracting(Delivery::id)
                            .doesNotHaveDuplicates()
                            .hasSize(7);
                    assertThat(sent.stream()
                                    .map(delivery ->
                                            delivery.messageId().orElseThrow().value()))
                            .containsExactlyInAnyOrderElementsOf(toAnna(stage).stream()
                                    .map(LedgerEntry::wamid)
                                    .toList());
                    assertThat(toAnna(stage))
                            .hasSize(7)
                            .allMatch(entry -> entry.kind().equals("text"));
                }
            }
        }
    }

    @Test
    void anOrderThatIsPaidInsideWhatsAppIsShownAsSuch() {
        Database database = Database.sqlite(folder);
        PaymentTerms terms = PaymentTerms.of(
                        PaymentCountry.INDIA,
                        GoodsKind.PHYSICAL,
                        order -> List.of(PaymentSetting.PaymentLink.of("https://pay.example/" + order.number())))
                .metaCatalog("4711");
        try (JdbcStores stores = database.open()) {
            Shop shop = shop(stores, MessageSettings.DEFAULT.payments(terms));
            try (Stage stage = open(database, shop)) {
                OrderId order = orderByWebhook(stage, shop, 2);
                stage.engine.close();
                try (MetaProvider paying =
                                Worker.meta(stage.simulator).payments(true).build();
                        CampaignEngine engine =
                                Worker.builder(stage.stores, paying).build()) {
                    engine.start();
                    Messenger messenger = shop.messenger(engine.durableSender(), WRITER);
                    apply(shop, order, new OrderCommand.Confirm());
                    messenger.requestPayment(order);
                    messenger.requestPayment(order);
                    messenger.run(10);
                    apply(shop, order, ship(1));
                    messenger.run(10);

                    assertThat(messenger.messages(order))
                            .extracting(message -> message.form() + message.reason())
                            .containsExactlyInAnyOrder("REPLY", "ORDER_DETAILS", "ORDER_STATUS");
                    awaitAccepted(engine, messenger, order);
                    assertThat(toAnna(stage).stream().map(LedgerEntry::kind))
                            .containsExactlyInAnyOrder("text", "interactive", "interactive");
                }
            }
        }
    }

    @Test
    void whoWantsNoMarketingIsNotRemindedButHearsOfTheirOrder() {
        Database database = Database.sqlite(folder);
        try (JdbcStores stores = database.open()) {
            Shop shop = shop(stores, MessageSettings.DEFAULT.remind(MessageSubject.CART, Duration.ofMillis(1)));
            try (Stage stage = open(database, shop)) {
                Recipient anna = Recipient.of(PhoneNumber.parse(ANNA));
                stage.engine.suppress(new Suppression(
                        anna.key(),
                        SuppressionScope.MARKETING,
                        SuppressionSource.OPERATOR,
                        "She said so",
                        Instant.now()));
                Product mug = sell(shop, "4711");
                AssistedCart cart = shop.assisted().open("chat", Buyer.of(ANNA), INR);
                shop.assisted().put(cart.id(), LineItem.of(mug, mug.variants().get(0)), 1, Money.of("12.50", "INR"), 0);
                Messenger messenger = shop.messenger(stage.engine.durableSender(), WRITER);
                Awaitility.await()
                        .atMost(Stage.PATIENCE)
                        .until(() -> messenger.run(10).queued() == 1);
                shop.assisted().checkout(cart.id(), 0);
                OrderId order = shop.assisted().convert(cart.id(), "anna").id();
                apply(shop, order, new OrderCommand.Confirm());
                messenger.run(10);
                awaitAccepted(stage.engine, messenger, order);

                Delivery reminder = stage.engine
                        .outbox()
                        .find(DeliveryId.parse(
                                messenger.messages(cart.id()).get(0).delivery()))
                        .orElseThrow();
                assertThat(reminder.state()).isEqualTo(DeliveryState.SKIPPED);
                assertThat(reminder.skipReason()).contains(SkipReason.SUPPRESSED);
                // She did not write lately, so that the confirmation is a template.
                assertThat(messenger.messages(order))
                        .extracting(ShopMessage::form)
                        .containsExactly(MessageForm.TEMPLATE);
                assertThat(toAnna(stage)).hasSize(1);
            }
        }
    }

    @Test
    void whomTheEngineErasesTheShopForgetsAndAMessageOnItsWayIsNotSent() {
        Database database = Database.sqlite(folder);
        try (JdbcStores stores = database.open()) {
            Shop shop = shop(stores, MessageSettings.DEFAULT);
            try (Stage stage = open(database, shop)) {
                OrderId order = orderByWebhook(stage, shop, 2);
                Order before = apply(shop, order, new OrderCommand.Confirm());
                Recipient anna = Recipient.of(PhoneNumber.parse(ANNA));

                var records = new AtomicLong();
                Awaitility.await().atMost(Stage.PATIENCE).until(() -> {
                    ErasureReceipt receipt = stage.engine.people().erase(anna);
                    records.addAndGet(receipt.records());
                    return receipt.isComplete();
                });

                // Her order, her cart and when she wrote.
                assertThat(records).hasValue(3);
                Order after = shop.orders().get(order);
                assertThat(after.buyer()).isEqualTo(Buyer.ERASED);
                assertThat(after.totals()).isEqualTo(before.totals());
                assertThat(shop.carts().list(CartQuery.newest(10)))
                        .singleElement()
                        .satisfies(cart -> assertThat(cart.raw() + cart.contact() + cart.name() + cart.note())
                                .isEmpty());
                Messenger messenger = shop.messenger(stage.engine.durableSender(), WRITER);
                assertThat(messenger.run(10).leftOut()).isEqualTo(1);
                assertThat(messenger.messages(order).get(0).delivery()).isEmpty();
                assertThat(toAnna(stage)).isEmpty();
            }
        }
    }
}
