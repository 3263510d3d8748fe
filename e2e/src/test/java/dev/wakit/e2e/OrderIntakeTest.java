package dev.wakit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.TenantId;
import dev.wakit.campaign.event.CampaignEvent;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.CartState;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.intake.IntakeEvent;
import dev.wakit.catalog.intake.IntakeSettings;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderId;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.product.ProductSpec;
import dev.wakit.catalog.product.VariantSpec;
import dev.wakit.inbound.InboundEvent;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.store.jdbc.JdbcStores;
import dev.wakit.testkit.meta.CustomerMessage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What customers send travels from a signed webhook through the engine's inbox into the shop, whatever fails on the way. */
class OrderIntakeTest {

    private static final int CARTS = 20;

    @TempDir
    private Path folder;

    private final Set<OrderId> failedFor = ConcurrentHashMap.newKeySet();

    /** Fails once for every order, after it was placed and before that is noted: what a process that dies there leaves behind. */
    private void fail(IntakeEvent event) {
        if (event instanceof IntakeEvent.OrderPlaced placed
                && failedFor.add(placed.order().id())) {
            throw new IllegalStateException("The process ends here.");
        }
    }

    @Test
    void everyCartIsOneOrderAlthoughWebhooksComeTwiceShuffledAndTheirTakerFails() {
        Database database = Database.sqlite(folder);
        try (JdbcStores stores = database.open()) {
            Shop shop = Shop.builder(stores)
                    .intake(IntakeSettings.DEFAULT.listener(this::fail))
                    .build();
            try (Stage stage =
                    Stage.open(database, Stage.quick().duplicateWebhooks(1), engine -> engine.inbound(shop.intake()))) {
                String meta = stage.simulator.catalogs().connect("Mugs");
                sell(shop, meta);

                for (int i = 0; i < CARTS; i++) {
                    stage.simulator.customerSends(
                            "+1415555" + (1000 + i),
                            CustomerMessage.order(meta, "mug", i + 1, new BigDecimal("12.50"), "USD"));
                }
                stage.simulator.awaitQuiet(Stage.PATIENCE);
                Awaitility.await()
                        .atMost(Stage.PATIENCE)
                        .until(() -> stage.stores.inbox().backlog() == 0
                                && carts(shop).stream().allMatch(cart -> cart.state() == CartState.CONVERTED));

                List<Order> orders = shop.orders().list(OrderQuery.newest(200));
                assertThat(orders).hasSize(CARTS);
                assertThat(carts(shop)).hasSize(CARTS);
                assertThat(failedFor).hasSize(CARTS);
                assertThat(orders.stream().map(order -> order.totals().total()))
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, CARTS)
                                .mapToObj(i -> Money.of("12.50", "USD").times(i))
                                .toList());
                assertThat(carts(shop)).allMatch(cart -> cart.raw().contains("product_items"));
                assertThat(stage.stores.inbox().parked()).isZero();
            }
        }
    }

    @Test
    void theEngineHandsEveryEventButStatusesToEveryTakerAndKeepsTellingItsListeners() {
        Set<Class<? extends InboundEvent>> heard = ConcurrentHashMap.newKeySet();
        Set<TenantId> tenants = ConcurrentHashMap.newKeySet();
        try (Stage stage = Stage.open(
                Database.sqlite(folder),
                Stage.quick(),
                engine -> engine.inbound((tenant, event) -> {
                    tenants.add(tenant);
                    heard.add(event.getClass());
                }))) {
            stage.simulator.customerWrites("+14155551000", "Hello");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> heard.contains(MessageReceived.class)
                            && stage.events.stream().anyMatch(CampaignEvent.ReplyReceived.class::isInstance));
        }
        assertThat(tenants).containsExactly(TenantId.DEFAULT);
        assertThat(heard).doesNotContain(StatusChanged.class);
    }

    private static List<SubmittedCart> carts(Shop shop) {
        assertThat(shop.enquiries().list(EnquiryQuery.newest(1))).isEmpty();
        return shop.carts().list(CartQuery.newest(200));
    }

    private static void sell(Shop shop, String meta) {
        Catalog catalog = shop.catalogs().create("Mugs", Currency.getInstance("USD"));
        shop.catalogs().save(catalog.linked(new MetaLink(meta, "", "")).in(CatalogStatus.CONNECTED));
        shop.products()
                .create(
                        catalog.id(),
                        ProductSpec.builder("Mug", "A mug.", "https://shop.example/m")
                                .brand("Acme")
                                .addVariant(VariantSpec.builder(
                                                "mug", Money.of("12.50", "USD"), "https://shop.example/m.png")
                                        .build())
                                .build());
    }
}
