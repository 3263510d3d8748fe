package dev.wakit.testkit.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.address.SenderId;
import dev.wakit.catalog.Catalog;
import dev.wakit.catalog.CatalogStatus;
import dev.wakit.catalog.MetaLink;
import dev.wakit.catalog.OrderStateException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.CartState;
import dev.wakit.catalog.cart.SentItem;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.enquiry.Enquiry;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.intake.IntakeEvent;
import dev.wakit.catalog.intake.IntakeListener;
import dev.wakit.catalog.intake.IntakeSettings;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.LineFlag;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderLine;
import dev.wakit.catalog.order.OrderPricing;
import dev.wakit.catalog.order.OrderQuery;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.OrderStatus;
import dev.wakit.catalog.product.Product;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.MessageContext;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.content.OrderContent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.message.MessageId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What customers send: kept exactly as sent, one order for each cart, one enquiry for each question, and nothing dropped.
 *
 * @since 0.1
 */
public abstract class IntakeContract extends CatalogFixture {

    private static final String META = "4711";
    private static final String WAMID = "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=";
    private static final Person ANNA =
            Person.builder().waId("919978783238").name("Anna").build();

    /** For subclasses. */
    protected IntakeContract() {}

    private Catalog connected() {
        Catalog catalog = catalog();
        return shop().catalogs().save(catalog.linked(new MetaLink(META, "", "")).in(CatalogStatus.CONNECTED));
    }

    private Product selling(Catalog catalog, String retailerId) {
        return shop().products().create(catalog.id(), single(retailerId));
    }

    private static OrderContent.Item item(String retailerId, String quantity, String price, String currency) {
        return new OrderContent.Item(retailerId, new BigDecimal(quantity), new BigDecimal(price), currency);
    }

    private static MessageReceived cart(String wamid, OrderContent.Item... items) {
        return message(wamid, "order")
                .content(new OrderContent(META, "Ring twice", List.of(items)))
                .build();
    }

    private static MessageReceived.Builder message(String wamid, String type) {
        EventSource source = EventSource.builder("messages", NOW.minusSeconds(5))
                .timed(true)
                .sender(SenderId.of("106540352242922"))
                .raw("{\"type\":\"" + type + "\",\"id\":\"" + wamid + "\"}")
                .build();
        return MessageReceived.builder(source, MessageId.of(wamid), type).person(ANNA);
    }

    private void receive(MessageReceived message) {
        shop().intake().on(TENANT, message);
    }

    private List<Order> orders() {
        return shop().orders().list(OrderQuery.newest(200));
    }

    private List<SubmittedCart> carts() {
        return shop().carts().list(CartQuery.newest(200));
    }

    private Order only() {
        assertThat(orders()).hasSize(1);
        return orders().get(0);
    }

    private static OrderLine line(Order order, int number) {
        return order.line(number).orElseThrow();
    }

    @Test
    void aCartIsKeptAsItWasSentAndBecomesAnOrder() {
        Product product = selling(connected(), "sku");

        receive(cart(WAMID, item("sku", "2", "10.0", "USD")));

        SubmittedCart cart = carts().get(0);
        assertThat(cart.items())
                .containsExactly(new SentItem("sku", new BigDecimal("2"), new BigDecimal("10.0"), "USD"));
        assertThat(cart.raw()).contains(WAMID);
        assertThat(cart.note()).isEqualTo("Ring twice");
        assertThat(cart.metaCatalog()).isEqualTo(META);
        assertThat(cart.sentAt()).isEqualTo(NOW.minusSeconds(5));
        assertThat(cart.receivedAt()).isEqualTo(NOW);
        assertThat(cart.state()).isEqualTo(CartState.CONVERTED);
        assertThat(cart.order()).contains(only().id());
        assertThat(shop().carts().get(cart.id())).isEqualTo(cart);
        OrderLine line = line(only(), 1);
        assertThat(line.item().variant()).isEqualTo(only(product).id());
        assertThat(line.flag()).isEqualTo(LineFlag.CLEAR);
        assertThat(only().totals().total()).isEqualTo(Money.of("20.00", "USD"));
        assertThat(only().buyer().contact()).isEqualTo("+919978783238");
        assertThat(only().buyer().name()).isEqualTo("Anna");
        assertThat(only().buyer().note()).isEqualTo("Ring twice");
        assertThat(apply(only(), new OrderCommand.Confirm()).status()).isEqualTo(OrderStatus.CONFIRMED);
    }

    @Test
    void tenDeliveriesOfEachOfManyCartsShuffledAndAtOnceMakeOneOrderEach() {
        selling(connected(), "sku");
        var tasks = new ArrayList<Callable<Boolean>>();
        IntStream.range(0, 100)
                .forEach(i -> tasks.add(() -> {
                    receive(cart("wamid." + i % 10, item("sku", "1", "10", "USD")));
                    return true;
                }));
        Collections.shuffle(tasks, new Random(7));

        together(8, tasks);

        assertThat(orders()).hasSize(10);
        assertThat(carts()).hasSize(10).allMatch(cart -> cart.state() == CartState.CONVERTED);
        assertThat(carts().stream().map(cart -> cart.order().orElseThrow()).distinct())
                .hasSize(10);
    }

    @Test
    void aCrashBetweenAnyTwoStepsIsMadeGoodByTheNextDelivery() {
        selling(connected(), "sku");
        var told = new ArrayList<IntakeEvent>();
        Shop failing = listening(event -> {
            told.add(event);
            if (told.size() == 1) {
                throw new IllegalStateException("The process ends here.");
            }
        });
        MessageReceived message = cart(WAMID, item("sku", "1", "10", "USD"));

        assertThatThrownBy(() -> failing.intake().on(TENANT, message)).hasMessageContaining("ends here");
        assertThat(carts().get(0).state()).isEqualTo(CartState.SUBMITTED);
        assertThat(orders()).hasSize(1);
        failing.intake().on(TENANT, message);
        failing.intake().on(TENANT, message);

        assertThat(orders()).hasSize(1);
        assertThat(carts()).hasSize(1);
        assertThat(carts().get(0).order()).contains(only().id());
        assertThat(told).hasSize(2);
    }

    @Test
    void aCartWithoutItsOrderIsFinishedWhenTheHostResumes() {
        selling(connected(), "sku");
        Shop failing = shop(stores(), TENANT, OrderSettings.DEFAULT.pricing(OrderPricing.of((order, soFar) -> {
            throw new IllegalStateException("No tax today.");
        })));
        assertThatThrownBy(() -> failing.intake().on(TENANT, cart(WAMID, item("sku", "1", "10", "USD"))))
                .hasMessageContaining("No tax");
        assertThat(orders()).isEmpty();
        assertThat(carts()).hasSize(1);

        assertThat(shop().intake().resume(10)).isEqualTo(1);

        assertThat(carts().get(0).order()).contains(only().id());
        assertThat(shop().intake().resume(10)).isZero();
    }

    private Shop listening(IntakeListener listener) {
        return Shop.builder(stores())
                .tenant(TENANT)
                .clock(clock)
                .intake(IntakeSettings.DEFAULT.listener(listener))
                .build();
    }

    @Test
    void whatCannotBeTakenAsItIsWaitsAndNothingIsDropped() {
        Catalog catalog = connected();
        selling(catalog, "sku");
        Product gone = selling(catalog, "gone");
        shop().products().archive(gone.id(), gone.version());

        receive(cart(
                WAMID,
                item("nobody", "1", "3.00", "USD"),
                item("sku", "0", "10", "USD"),
                item("sku", "100", "10", "USD"),
                item("sku", "1.5", "10", "USD"),
                item("sku", "1", "10", "EUR"),
                item("sku", "1", "10.001", "USD"),
                item("sku", "1", "8.00", "USD"),
                item("sku", "1", "0", "USD"),
                item("gone", "1", "10", "USD"),
                item("", "-3", "-1e999999", "no currency"),
                item("x".repeat(5_000), "1", "1e40", ""),
                item("sku", "99", "10.00", "USD")));

        assertThat(only().lines())
                .extracting(OrderLine::flag)
                .containsExactly(
                        LineFlag.UNKNOWN_ITEM,
                        LineFlag.UNCLEAR_QUANTITY,
                        LineFlag.UNCLEAR_QUANTITY,
                        LineFlag.UNCLEAR_QUANTITY,
                        LineFlag.UNCLEAR_PRICE,
                        LineFlag.UNCLEAR_PRICE,
                        LineFlag.PRICE_DIFFERS,
                        LineFlag.UNCLEAR_PRICE,
                        LineFlag.NOT_FOR_SALE,
                        LineFlag.UNCLEAR_QUANTITY,
                        LineFlag.UNKNOWN_ITEM,
                        LineFlag.CLEAR);
        assertThat(line(only(), 3).quantity()).isEqualTo(100);
        assertThat(line(only(), 5).unitPrice()).isEqualTo(TEN);
        assertThat(line(only(), 7).unitPrice()).isEqualTo(Money.of("8", "USD"));
        assertThat(carts().get(0).items()).hasSize(12);
        assertThat(carts().get(0).items().get(10).retailerId()).hasSize(5_000);
        assertThatThrownBy(() -> apply(only(), new OrderCommand.Confirm())).isInstanceOf(OrderStateException.class);
    }

    @Test
    void anUnknownCatalogIsAnOrderThatWaitsAndOneWithoutAnythingIsRejectedAndKept() {
        receive(cart("wamid.a", item("sku", "2", "1200", "JPY")));
        receive(cart("wamid.b", item("sku", "2", "12", "points")));
        receive(cart("wamid.c"));
        receive(message("wamid.d", "order").build());

        assertThat(line(only(), 1).flag()).isEqualTo(LineFlag.UNKNOWN_ITEM);
        assertThat(only().totals().total()).isEqualTo(Money.of("2400", "JPY"));
        List<SubmittedCart> rejected = shop().carts().list(CartQuery.newest(10).states(Set.of(CartState.REJECTED)));
        assertThat(rejected)
                .hasSize(3)
                .allMatch(cart -> !cart.reason().isEmpty() && !cart.raw().isEmpty());
        assertThat(shop().intake().resume(10)).isZero();
    }

    @Test
    void anOrderIsKeptAlthoughThereIsTooLittleToReserve() {
        Catalog catalog = connected();
        Product product = selling(catalog, "sku");
        shop().stock().count(only(product).id());
        Shop reserving = shop(stores(), TENANT, OrderSettings.DEFAULT.reserveOnPlacement(Duration.ofMinutes(30)));

        reserving.intake().on(TENANT, cart(WAMID, item("sku", "3", "10", "USD")));

        assertThat(only().isReserved()).isFalse();
        assertThat(level(product).reserved()).isZero();
        assertThat(only().expiresAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    }

    @Test
    void anEarlierUnpaidOrderIsToldAndGivesWayOnceSomebodySaysSo() {
        selling(connected(), "sku");
        var told = new ArrayList<IntakeEvent>();
        Shop shop = listening(told::add);
        shop.intake().on(TENANT, cart("wamid.a", item("sku", "1", "10", "USD")));
        SubmittedCart first = carts().get(0);

        shop.intake().on(TENANT, cart("wamid.b", item("sku", "2", "10", "USD")));

        assertThat(((IntakeEvent.OrderPlaced) told.get(0)).others()).isEmpty();
        List<Order> others = ((IntakeEvent.OrderPlaced) told.get(1)).others();
        assertThat(others).extracting(Order::id).containsExactly(first.order().orElseThrow());
        assertThat(shop.carts().supersede(first.id(), "anna").state()).isEqualTo(CartState.SUPERSEDED);
        assertThat(shop.carts().supersede(first.id(), "anna").state()).isEqualTo(CartState.SUPERSEDED);
        assertThat(shop.orders().get(first.order().orElseThrow()).status()).isEqualTo(OrderStatus.CANCELLED);
        SubmittedCart second = carts().get(0);
        shop.orders().apply(second.order().orElseThrow(), new OrderCommand.Confirm(), command());
        assertThatThrownBy(() -> shop.carts().supersede(second.id(), "anna")).isInstanceOf(OrderStateException.class);
    }

    @Test
    void aQuestionAboutAProductIsTiedToProductAndPersonOnce() {
        Product product = selling(connected(), "sku");
        var told = new AtomicInteger();
        Shop shop = listening(event -> told.incrementAndGet());
        MessageReceived question = message(WAMID, "text")
                .content(new TextContent("Is it warm?"))
                .context(new MessageContext("", "", false, false, META, "sku"))
                .build();
        MessageReceived unknown = message("wamid.u", "text")
                .content(new TextContent("And this?"))
                .context(new MessageContext("", "", false, false, "9", "nobody"))
                .build();

        shop.intake().on(TENANT, question);
        shop.intake().on(TENANT, question);
        shop.intake().on(TENANT, unknown);

        List<Enquiry> hers = shop.enquiries().list(EnquiryQuery.newest(10).contact("+919978783238"));
        assertThat(hers).extracting(Enquiry::retailerId).containsExactly("nobody", "sku");
        assertThat(shop.enquiries()
                        .list(EnquiryQuery.newest(10).variant(only(product).id())))
                .containsExactly(hers.get(1));
        assertThat(hers.get(1).text()).isEqualTo("Is it warm?");
        assertThat(hers.get(0).variant()).isEmpty();
        assertThat(shop.products().stats(List.of(only(product).id())))
                .hasEntrySatisfying(
                        only(product).id(),
                        stats -> assertThat(stats.enquired()).isEqualTo(1));
        assertThat(told).hasValue(3);
        assertThat(orders()).isEmpty();
    }

    @Test
    void aPersonIsForgottenEverywhereAndTheirCartIsStillKnown() {
        selling(connected(), "sku");
        MessageReceived message = cart(WAMID, item("sku", "2", "10", "USD"));
        receive(message);
        receive(message("wamid.q", "text")
                .content(new TextContent("Warm?"))
                .context(new MessageContext("", "", false, false, META, "sku"))
                .build());

        assertThat(shop().erase("+919978783238")).isEqualTo(3);
        receive(message);

        SubmittedCart cart = carts().get(0);
        assertThat(carts()).hasSize(1);
        assertThat(cart.raw() + cart.contact() + cart.name() + cart.note()).isEmpty();
        assertThat(cart.items()).hasSize(1);
        assertThat(only().buyer().contact()).isEmpty();
        assertThat(only().totals().total()).isEqualTo(Money.of("20", "USD"));
        Enquiry enquiry = shop().enquiries().list(EnquiryQuery.newest(10)).get(0);
        assertThat(enquiry.contact() + enquiry.name() + enquiry.text()).isEmpty();
    }

    @Test
    void anotherTenantsMessagesAreLeftAlone() {
        selling(connected(), "sku");

        shop().intake().on(OTHER, cart(WAMID, item("sku", "1", "10", "USD")));

        assertThat(carts()).isEmpty();
        receive(cart(WAMID, item("sku", "1", "10", "USD")));
        assertThat(shop(OTHER, OrderSettings.DEFAULT).carts().list(CartQuery.newest(10)))
                .isEmpty();
    }
}
