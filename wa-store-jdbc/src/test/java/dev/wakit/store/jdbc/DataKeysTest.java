package dev.wakit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.store.StoreException;
import dev.wakit.catalog.Shop;
import dev.wakit.catalog.cart.AssistedCart;
import dev.wakit.catalog.cart.CartQuery;
import dev.wakit.catalog.cart.SubmittedCart;
import dev.wakit.catalog.enquiry.EnquiryQuery;
import dev.wakit.catalog.money.Money;
import dev.wakit.catalog.order.Buyer;
import dev.wakit.catalog.order.CommandContext;
import dev.wakit.catalog.order.LineItem;
import dev.wakit.catalog.order.Order;
import dev.wakit.catalog.order.OrderCommand;
import dev.wakit.catalog.order.OrderDraft;
import dev.wakit.catalog.order.OrderOrigin;
import dev.wakit.catalog.order.OrderSource;
import dev.wakit.inbound.EventSource;
import dev.wakit.inbound.MessageContext;
import dev.wakit.inbound.MessageReceived;
import dev.wakit.inbound.Person;
import dev.wakit.inbound.content.InboundContent;
import dev.wakit.inbound.content.OrderContent;
import dev.wakit.inbound.content.TextContent;
import dev.wakit.message.MessageId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shop keeps about people is unreadable without the host's key, and is kept where it was put. */
class DataKeysTest {

    private static final String SECRET = "Meera";
    private static final Currency USD = Currency.getInstance("USD");
    private static final Buyer BUYER =
            new Buyer("+919978783238", SECRET + " Rao", Map.of("street", SECRET + " Road"), SECRET + " rings twice");
    private static final List<String> TABLES =
            List.of("wa_order", "wa_order_note", "wa_submitted_cart", "wa_enquiry", "wa_assisted_cart");

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("wakit.db");
    }

    private static byte[] bytes(int length, int value) {
        byte[] key = new byte[length];
        Arrays.fill(key, (byte) value);
        return key;
    }

    private JdbcStores open(DataKeys keys) {
        return JdbcStores.builder(file()).dataKeys(keys).open();
    }

    private static final DataKeys FIRST = DataKeys.of("2026-a", bytes(32, 1));

    private static Order fill(JdbcStores stores) {
        Shop shop = Shop.builder(stores).build();
        var item = new LineItem(
                LineItem.NO_VARIANT, "mug", "Mug", Map.of(), "", "", Money.of("10", "USD"), BigDecimal.ZERO);
        Order order = shop.orders()
                .place(
                        OrderDraft.builder(new OrderOrigin(OrderSource.API, "key"), BUYER, USD)
                                .addLine(item, 1, Money.of("10", "USD"))
                                .build(),
                        CommandContext.of("place", "shop"));
        order = shop.orders()
                .apply(
                        order.id(),
                        new OrderCommand.SetFields(Map.of("gift", "for " + SECRET)),
                        CommandContext.of("fields", "shop"));
        shop.orders().addNote(order.id(), SECRET + " called", CommandContext.of("note", "anna"));
        AssistedCart cart = shop.assisted().open("chat", BUYER, USD);
        shop.assisted().put(cart.id(), item, 1, Money.of("10", "USD"), 0);
        shop.intake()
                .on(
                        TenantId.DEFAULT,
                        message(
                                        "order",
                                        new OrderContent(
                                                "4711",
                                                SECRET + " waits",
                                                List.of(new OrderContent.Item(
                                                        "mug", BigDecimal.ONE, BigDecimal.TEN, "USD"))))
                                .build());
        shop.intake()
                .on(
                        TenantId.DEFAULT,
                        message("text", new TextContent("Is it " + SECRET + "'s?"))
                                .context(new MessageContext("", "", false, false, "4711", "mug"))
                                .build());
        return order;
    }

    private static MessageReceived.Builder message(String type, InboundContent content) {
        EventSource source = EventSource.builder("messages", Instant.parse("2026-03-01T10:00:00Z"))
                .timed(true)
                .sender(SenderId.of("106540352242922"))
                .raw("{\"from\":\"" + SECRET + "\"}")
                .build();
        return MessageReceived.builder(source, MessageId.of("wamid." + type), type)
                .content(content)
                .person(Person.builder().waId("919978783238").name(SECRET).build());
    }

    private static void assertReadable(JdbcStores stores, Order order) {
        Shop shop = Shop.builder(stores).build();
        Order read = shop.orders().get(order.id());
        assertThat(read.buyer()).isEqualTo(BUYER);
        assertThat(read.fields()).containsEntry("gift", "for " + SECRET);
        assertThat(shop.orders().notes(order.id()))
                .extracting(note -> note.text())
                .containsExactly(SECRET + " called");
        SubmittedCart cart = shop.carts().list(CartQuery.newest(1)).get(0);
        assertThat(cart.name()).isEqualTo(SECRET);
        assertThat(cart.note()).isEqualTo(SECRET + " waits");
        assertThat(cart.raw()).contains(SECRET);
        assertThat(shop.enquiries().list(EnquiryQuery.newest(1)).get(0).text()).isEqualTo("Is it " + SECRET + "'s?");
        assertThat(shop.assisted().open("chat", Buyer.ERASED, USD).buyer()).isEqualTo(BUYER);
    }

    /** Every row of the tables that hold people's data, as the database has it. */
    private List<String> rows() throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                    while (row.next()) {
                        var text = new StringBuilder(table);
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            text.append('|').append(row.getString(column));
                        }
                        rows.add(text.toString());
                    }
                }
            }
        }
        return rows;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    @Test
    void withAKeyNothingAboutAPersonButTheirNumberCanBeReadInTheDatabase() throws SQLException {
        try (JdbcStores stores = open(FIRST)) {
            Order order = fill(stores);
            assertReadable(stores, order);
            assertThat(rows()).hasSize(6).noneMatch(row -> row.contains(SECRET));
            assertThat(rows()).allMatch(row -> row.contains("wk1:2026-a:"));
            assertThat(Shop.builder(stores).build().erase(BUYER.contact())).isEqualTo(5);
            // The notes of an order are deleted.
            assertThat(rows()).hasSize(5).noneMatch(row -> row.contains("wk1:"));
        }
    }

    @Test
    void withoutAKeyItIsKeptInClearTextAndStaysReadableWhenOneIsGiven() throws SQLException {
        Order order;
        try (JdbcStores stores = JdbcStores.sqlite(file())) {
            order = fill(stores);
            assertThat(rows()).allMatch(row -> row.contains(SECRET));
        }
        try (JdbcStores stores = open(FIRST)) {
            assertReadable(stores, order);
        }
    }

    @Test
    void aNewKeyIsForWhatIsWrittenFromNowOnAndTheOldOneIsStillNeeded() throws SQLException {
        Order order;
        try (JdbcStores stores = open(FIRST)) {
            order = fill(stores);
        }
        DataKeys second = DataKeys.of("2026-b", bytes(16, 2));
        var both = new DataKeys() {
            @Override
            public String current() {
                return "2026-b";
            }

            @Override
            public Optional<byte[]> key(String id) {
                return second.key(id).or(() -> FIRST.key(id));
            }
        };
        try (JdbcStores stores = open(both)) {
            assertReadable(stores, order);
            Shop.builder(stores).build().orders().addNote(order.id(), SECRET, CommandContext.of("later", "anna"));
            assertThat(rows()).anyMatch(row -> row.startsWith("wa_order_note") && row.contains("wk1:2026-b:"));
        }
        try (JdbcStores stores = open(second)) {
            assertThatThrownBy(() -> Shop.builder(stores).build().orders().get(order.id()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("2026-a");
        }
    }

    @Test
    void whatCannotBeDecryptedIsAnErrorWithoutTheValue() throws SQLException {
        Order order;
        try (JdbcStores stores = open(FIRST)) {
            order = fill(stores);
        }
        try (JdbcStores stores = JdbcStores.sqlite(file())) {
            assertThatThrownBy(() -> Shop.builder(stores).build().orders().get(order.id()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("dataKeys");
        }
        try (JdbcStores stores = open(DataKeys.of("2026-a", bytes(32, 9)))) {
            assertThatThrownBy(() -> Shop.builder(stores).build().orders().get(order.id()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be decrypted");
        }
        change("UPDATE wa_order SET buyer_name = note WHERE id = " + order.id().value());
        try (JdbcStores stores = open(FIRST)) {
            assertThatThrownBy(() -> Shop.builder(stores).build().orders().get(order.id()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("buyer_name");
        }
    }

    @Test
    void aTextThatLooksEncryptedIsATextLikeAnyOther() {
        try (JdbcStores plain = JdbcStores.sqlite(folder.resolve("plain.db"));
                JdbcStores sealed = open(FIRST)) {
            for (JdbcStores stores : List.of(plain, sealed)) {
                Shop shop = Shop.builder(stores).build();
                for (String name : List.of("wk1:2026-a:AAAA", "wk0:", "wk1:")) {
                    AssistedCart cart =
                            shop.assisted().open(name, new Buyer("+919978783238", name, Map.of(), name), USD);
                    assertThat(shop.assisted().get(cart.id()).buyer().name()).isEqualTo(name);
                    assertThat(shop.assisted().get(cart.id()).buyer().note()).isEqualTo(name);
                }
            }
        }
    }

    @Test
    void aKeyThatIsNoneIsRefusedBeforeAnythingIsOpened() {
        assertThatThrownBy(() -> open(DataKeys.of("a", bytes(31, 1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("31 bytes");
        assertThatThrownBy(() -> open(DataKeys.of("a:b", bytes(32, 1))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("a:b");
    }
}
