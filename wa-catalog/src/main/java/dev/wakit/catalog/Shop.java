package dev.wakit.catalog;

import dev.wakit.TenantId;
import dev.wakit.catalog.cart.AssistedCarts;
import dev.wakit.catalog.cart.AssistedSettings;
import dev.wakit.catalog.cart.Carts;
import dev.wakit.catalog.enquiry.Enquiries;
import dev.wakit.catalog.intake.Intake;
import dev.wakit.catalog.intake.IntakeSettings;
import dev.wakit.catalog.internal.Ids;
import dev.wakit.catalog.message.Conversations;
import dev.wakit.catalog.message.MessageSettings;
import dev.wakit.catalog.message.MessageWriter;
import dev.wakit.catalog.message.Messenger;
import dev.wakit.catalog.message.ProductCheck;
import dev.wakit.catalog.message.ProductMessages;
import dev.wakit.catalog.order.OrderSettings;
import dev.wakit.catalog.order.Orders;
import dev.wakit.catalog.product.Products;
import dev.wakit.catalog.stock.Stock;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.catalog.sync.CatalogSync;
import dev.wakit.catalog.sync.SyncSettings;
import dev.wakit.outbound.DurableSender;
import dev.wakit.privacy.PersonalRecords;
import dev.wakit.provider.CatalogGateway;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The products, the stock and the orders of one tenant, and what its customers send.
 *
 * <pre>{@code
 * var shop = Shop.builder(JdbcStores.sqlite(Path.of("data/wakit.db"))).build();
 * Catalog summer = shop.catalogs().create("Summer", Currency.getInstance("USD"));
 * Product shirt = shop.products().create(summer.id(), spec);
 * }</pre>
 *
 * <p>It has no threads of its own, and the stores stay the caller's to close. Thread-safe.
 *
 * @since 0.1
 */
public final class Shop implements PersonalRecords {

    private final Catalogs catalogs;
    private final Products products;
    private final Stock stock;
    private final Orders orders;
    private final Carts carts;
    private final Enquiries enquiries;
    private final Intake intake;
    private final AssistedCarts assisted;
    private final Conversations conversations;
    private final MessageSettings messages;
    private final ProductMessages productMessages;
    private final ProductCheck outgoing;
    private final TenantId tenant;
    private final CatalogStores stores;
    private final InstantSource clock;
    private final Ids ids;

    private Shop(Builder builder) {
        this.clock = builder.clock;
        this.ids = new Ids(builder.clock, new SecureRandom());
        this.tenant = builder.tenant;
        this.stores = builder.stores;
        this.catalogs = new Catalogs(builder.tenant, stores.catalogs(), builder.clock, ids);
        this.products = new Products(builder.tenant, stores, builder.clock, ids);
        this.stock = new Stock(builder.tenant, stores.stock(), builder.clock);
        this.orders = new Orders(
                builder.tenant, stores.orders(), builder.clock, ids, builder.orders, builder.messages.kinds());
        this.carts = new Carts(builder.tenant, stores.carts(), orders);
        this.enquiries = new Enquiries(builder.tenant, stores.enquiries());
        this.assisted =
                new AssistedCarts(builder.tenant, stores.assisted(), orders, builder.clock, ids, builder.assisted);
        this.messages = builder.messages;
        this.conversations = new Conversations(builder.tenant, stores.conversations());
        this.intake = new Intake(
                builder.tenant,
                stores,
                orders,
                builder.clock,
                ids,
                builder.intake,
                messages.isOff() ? Optional.empty() : Optional.of(conversations));
        this.productMessages = new ProductMessages(builder.tenant, stores);
        this.outgoing = new ProductCheck(builder.tenant, stores, builder.clock);
    }

    /** Prepares a shop on a database, such as {@code JdbcStores}. */
    public static Builder builder(CatalogStores stores) {
        return new Builder(stores);
    }

    /** Its catalogs. */
    public Catalogs catalogs() {
        return catalogs;
    }

    /** Its products. */
    public Products products() {
        return products;
    }

    /** Its stock. */
    public Stock stock() {
        return stock;
    }

    /** Its orders. */
    public Orders orders() {
        return orders;
    }

    /** The carts that customers sent. */
    public Carts carts() {
        return carts;
    }

    /** The carts that are filled here for customers. */
    public AssistedCarts assisted() {
        return assisted;
    }

    /** What customers asked about products. */
    public Enquiries enquiries() {
        return enquiries;
    }

    /** Takes over what customers send; give it to whoever reads webhooks. */
    public Intake intake() {
        return intake;
    }

    /** The parts of messages that show products. */
    public ProductMessages productMessages() {
        return productMessages;
    }

    /** Leaves out of messages what cannot be ordered by the time they are sent; give it to whoever sends. */
    public ProductCheck outgoing() {
        return outgoing;
    }

    /**
     * Tells customers what {@link Builder#messages} names.
     *
     * @param sender who sends, such as {@code engine.durableSender()}
     * @param writer who writes what is sent
     */
    public Messenger messenger(DurableSender sender, MessageWriter writer) {
        return new Messenger(tenant, stores, conversations, messages, sender, writer, clock);
    }

    /**
     * Links a catalog to one of the BSP, and connects that to the account, so that its products can be shown in messages. A catalog that
     * has no link yet gets a new one at the BSP, or an empty one that has its name and belongs to no other. To ask again does no harm.
     *
     * @return the catalog as it stands now
     * @throws NotFoundException if there is no such catalog
     * @throws dev.wakit.OutcomeUnknownException if an answer was lost; ask again
     * @throws dev.wakit.WhatsAppException if the BSP refuses, for instance a second catalog
     */
    public Catalog connect(CatalogId catalog, CatalogGateway gateway) {
        return new Connections(catalogs, gateway).connect(catalog);
    }

    /**
     * Ends what {@link #connect} began. The link and the products at the BSP stay. To ask again does no harm.
     *
     * @return the catalog as it stands now
     * @throws NotFoundException if there is no such catalog
     * @throws dev.wakit.OutcomeUnknownException if an answer was lost; ask again
     */
    public Catalog disconnect(CatalogId catalog, CatalogGateway gateway) {
        return new Connections(catalogs, gateway).disconnect(catalog);
    }

    /**
     * Mirrors a catalog to the BSP's catalog that it is linked to. Keep one for each catalog.
     *
     * @param gateway the BSP's catalogs, such as {@code provider.catalog()}
     * @throws NotFoundException if there is no such catalog
     * @throws IllegalArgumentException if it is linked to none
     */
    public CatalogSync sync(CatalogId catalog, CatalogGateway gateway, SyncSettings settings) {
        return new CatalogSync(catalogs.get(catalog), stores, gateway, settings, clock, ids);
    }

    /**
     * Forgets a person, in orders, carts, enquiries and conversations. Quantities, amounts and products stay. An engine that was built
     * with {@code personalRecords(shop)} calls it when it erases a person.
     *
     * @param contact as {@code Recipient.key()} has it; not empty
     * @return how many orders, carts, enquiries and conversations were theirs
     */
    public int erase(String contact) {
        if (contact.isEmpty()) {
            throw new IllegalArgumentException("Nobody has an empty contact. Name the person to forget.");
        }
        return orders.erase(contact)
                + stores.carts().erase(tenant, contact)
                + stores.assisted().erase(tenant, contact)
                + stores.conversations().erase(tenant, contact)
                + stores.enquiries().erase(tenant, contact);
    }

    /** Forgets a person under all their names; people of other tenants are left alone. */
    @Override
    public int erase(TenantId owner, Set<String> keys) {
        return owner.equals(tenant) ? keys.stream().mapToInt(this::erase).sum() : 0;
    }

    /**
     * Builds a {@link Shop}. Not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final CatalogStores stores;
        private TenantId tenant = TenantId.DEFAULT;
        private InstantSource clock = InstantSource.system();
        private OrderSettings orders = OrderSettings.DEFAULT;
        private IntakeSettings intake = IntakeSettings.DEFAULT;
        private AssistedSettings assisted = AssistedSettings.DEFAULT;
        private MessageSettings messages = MessageSettings.NONE;

        private Builder(CatalogStores stores) {
            this.stores = Objects.requireNonNull(stores, "stores");
        }

        /** Whose shop it is; default {@link TenantId#DEFAULT}. */
        public Builder tenant(TenantId tenant) {
            this.tenant = Objects.requireNonNull(tenant, "tenant");
            return this;
        }

        /** The clock; default the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /** How orders are numbered, priced and guarded; default {@link OrderSettings#DEFAULT}. */
        public Builder orders(OrderSettings settings) {
            this.orders = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** How carts become orders; default {@link IntakeSettings#DEFAULT}. */
        public Builder intake(IntakeSettings settings) {
            this.intake = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** How long carts that are filled here live; default {@link AssistedSettings#DEFAULT}. */
        public Builder assisted(AssistedSettings settings) {
            this.assisted = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** What customers are told; default {@link MessageSettings#NONE}. */
        public Builder messages(MessageSettings settings) {
            this.messages = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /** Returns the shop. */
        public Shop build() {
            return new Shop(this);
        }
    }
}
