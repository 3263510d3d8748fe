package dev.wakit.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.wakit.campaign.store.AudienceStore;
import dev.wakit.campaign.store.CampaignStore;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.DeliveryStore;
import dev.wakit.campaign.store.ErasureStore;
import dev.wakit.campaign.store.HistoryStore;
import dev.wakit.campaign.store.JobRunner;
import dev.wakit.campaign.store.LaneStore;
import dev.wakit.campaign.store.OrphanStore;
import dev.wakit.campaign.store.OutboxStore;
import dev.wakit.campaign.store.PacingStore;
import dev.wakit.campaign.store.ScheduleStore;
import dev.wakit.campaign.store.SuppressionStore;
import dev.wakit.campaign.store.WebhookInbox;
import dev.wakit.campaign.store.WorkerStore;
import dev.wakit.catalog.store.AssistedCartStore;
import dev.wakit.catalog.store.CartStore;
import dev.wakit.catalog.store.CatalogStore;
import dev.wakit.catalog.store.CatalogStores;
import dev.wakit.catalog.store.ConversationStore;
import dev.wakit.catalog.store.EnquiryStore;
import dev.wakit.catalog.store.MessageStore;
import dev.wakit.catalog.store.OrderStore;
import dev.wakit.catalog.store.ProductStore;
import dev.wakit.catalog.store.StockStore;
import dev.wakit.catalog.store.SyncStore;
import dev.wakit.store.jdbc.internal.JdbcAudienceStore;
import dev.wakit.store.jdbc.internal.JdbcCampaignStore;
import dev.wakit.store.jdbc.internal.JdbcDeliveryStore;
import dev.wakit.store.jdbc.internal.JdbcErasureStore;
import dev.wakit.store.jdbc.internal.JdbcHistoryStore;
import dev.wakit.store.jdbc.internal.JdbcLaneStore;
import dev.wakit.store.jdbc.internal.JdbcOrphanStore;
import dev.wakit.store.jdbc.internal.JdbcOutboxStore;
import dev.wakit.store.jdbc.internal.JdbcPacingStore;
import dev.wakit.store.jdbc.internal.JdbcScheduleStore;
import dev.wakit.store.jdbc.internal.JdbcShopStores;
import dev.wakit.store.jdbc.internal.JdbcSuppressionStore;
import dev.wakit.store.jdbc.internal.JdbcWebhookInbox;
import dev.wakit.store.jdbc.internal.JdbcWorkerStore;
import dev.wakit.store.jdbc.internal.JoinedOutboxStore;
import dev.wakit.store.jdbc.internal.SettingTable;
import dev.wakit.store.jdbc.internal.delivery.SingleRetention;
import dev.wakit.store.jdbc.internal.delivery.Tables;
import dev.wakit.store.jdbc.internal.outbox.Enqueuing;
import dev.wakit.store.jdbc.internal.schedule.SchedulerJobs;
import dev.wakit.store.jdbc.internal.sql.ColumnCipher;
import dev.wakit.store.jdbc.internal.sql.Database;
import dev.wakit.store.jdbc.internal.sql.TableGrowth;
import dev.wakit.store.jdbc.internal.suppression.Pseudonyms;
import dev.wakit.store.jdbc.internal.worker.HistoryTable;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Everything the engine and the shop keep, in SQLite, PostgreSQL or MariaDB.
 *
 * <pre>{@code
 * var stores = JdbcStores.sqlite(Path.of("data/wakit.db"));
 * }</pre>
 *
 * <p>Opening applies missing migrations and refuses a database that may lose what it acknowledged. Thread-safe; several processes
 * may open the same database.
 *
 * @since 0.1
 */
public final class JdbcStores implements CampaignStores, CatalogStores {

    private static final int SECRET_BYTES = 32;
    private static final int CONNECTIONS = 10;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int IDLE_TRANSACTION_MILLIS = 10_000;

    private final Database database;
    private final Runnable closing;
    private final CampaignStore campaigns;
    private final AudienceStore audiences;
    private final DeliveryStore deliveries;
    private final LaneStore lanes;
    private final WebhookInbox inbox;
    private final OrphanStore orphans;
    private final SuppressionStore suppressions;
    private final ErasureStore erasures;
    private final Enqueuing enqueuing;
    private final OutboxStore outbox;
    private final WorkerStore workers;
    private final ScheduleStore schedules;
    private final JobRunner jobs;
    private final HistoryStore history;
    private final PacingStore pacing;
    private final JdbcShopStores shop;

    JdbcStores(Database database, DataSource plain, Runnable closing, ColumnCipher cipher) {
        this.database = database;
        this.closing = closing;
        var memory = new HistoryTable(database.dialect());
        byte[] pseudonyms = secret("pseudonym", JdbcStores::newSecret);
        Tables tables = Tables.of(database.dialect(), memory, new Pseudonyms(pseudonyms));
        this.campaigns = new JdbcCampaignStore(database, tables);
        this.audiences = new JdbcAudienceStore(database);
        var growth = new TableGrowth(database, "wa_delivery");
        this.deliveries = new JdbcDeliveryStore(database, tables, growth);
        this.enqueuing = new Enqueuing(tables, database.dialect());
        this.outbox = new JdbcOutboxStore(database, enqueuing, new SingleRetention(tables), growth);
        this.lanes = new JdbcLaneStore(database, tables.lanes());
        this.inbox = new JdbcWebhookInbox(database);
        this.orphans = new JdbcOrphanStore(database, tables);
        this.suppressions = new JdbcSuppressionStore(database, tables);
        this.erasures = new JdbcErasureStore(database, tables);
        this.workers = new JdbcWorkerStore(database, memory);
        this.schedules = new JdbcScheduleStore(database, tables);
        this.jobs = new SchedulerJobs(plain, database.dialect());
        this.history = new JdbcHistoryStore(database, memory, tables.lanes());
        this.pacing = new JdbcPacingStore(database, tables);
        this.shop = new JdbcShopStores(database, cipher);
    }

    /**
     * Opens a SQLite file, which is made, readable by its owner only, if it is missing.
     *
     * @throws dev.wakit.campaign.store.StoreException if the file cannot be opened or would not keep what it acknowledged
     */
    public static JdbcStores sqlite(Path file) {
        return builder(file).open();
    }

    /**
     * Opens a PostgreSQL or MariaDB database through the host's own pool, which is left open by {@link #close()}.
     *
     * @throws dev.wakit.campaign.store.StoreException if the database is another one, or would not keep what it acknowledged
     */
    public static JdbcStores create(DataSource database) {
        return builder(database).open();
    }

    /**
     * Opens a PostgreSQL database with a pool of its own of at most 10 connections.
     *
     * @param url such as {@code jdbc:postgresql://localhost/wakit}
     * @throws dev.wakit.campaign.store.StoreException if the database cannot be reached or would not keep what it acknowledged
     */
    public static JdbcStores postgresql(String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("wakit-postgresql");
        config.addDataSourceProperty("ApplicationName", "wakit");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("socketTimeout", "30");
        // A worker that stands still in a transaction must not keep its lane's row locked beyond its lease.
        config.addDataSourceProperty("options", "-c idle_in_transaction_session_timeout=" + IDLE_TRANSACTION_MILLIS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return open(config, url, user, password);
    }

    /**
     * Opens a MariaDB database with a pool of its own of at most 10 connections, which wait for a lock no longer than 10 seconds.
     *
     * @param url such as {@code jdbc:mariadb://localhost/wakit}
     * @throws dev.wakit.campaign.store.StoreException if the database cannot be reached or would not keep what it acknowledged
     */
    public static JdbcStores mariadb(String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName("wakit-mariadb");
        config.addDataSourceProperty("connectionAttributes", "program_name:wakit");
        config.addDataSourceProperty(
                "sessionVariables",
                "innodb_lock_wait_timeout=10,idle_transaction_timeout=" + IDLE_TRANSACTION_MILLIS / 1_000);
        config.addDataSourceProperty("socketTimeout", "30000");
        return open(config, url, user, password);
    }

    private static JdbcStores open(HikariConfig config, String url, String user, String password) {
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setInitializationFailTimeout(-1);
        var pool = new HikariDataSource(config);
        try {
            return builder(pool).open(pool::close);
        } catch (RuntimeException error) {
            pool.close();
            throw error;
        }
    }

    /** Prepares to open a SQLite file. */
    public static JdbcStoresBuilder builder(Path file) {
        return JdbcStoresBuilder.of(file);
    }

    /** Prepares to open a PostgreSQL or MariaDB database. */
    public static JdbcStoresBuilder builder(DataSource database) {
        return JdbcStoresBuilder.of(database);
    }

    @Override
    public CampaignStore campaigns() {
        return campaigns;
    }

    @Override
    public AudienceStore audiences() {
        return audiences;
    }

    @Override
    public DeliveryStore deliveries() {
        return deliveries;
    }

    @Override
    public OutboxStore outbox() {
        return outbox;
    }

    /**
     * An outbox store that writes inside a transaction of the host, so that a message is sent if and only if the host's own change
     * is committed:
     *
     * <pre>{@code
     * connection.setAutoCommit(false);
     * saveOrder(connection, order);
     * engine.outbox().within(stores.outbox(connection)).enqueue(confirmation);
     * connection.commit();
     * engine.outbox().wake();
     * }</pre>
     *
     * <p>It never commits, rolls back or closes the connection, and writes no row that another enqueue waits for, unless that one
     * has the same idempotency key. An error leaves the transaction as the database leaves it, which on PostgreSQL means that it
     * can only be rolled back. How durable the commit is, is the host's own setting.
     *
     * <p>The connection must be one to this store's database. On a server database the first message of a lane, priority and
     * category takes a second connection for a moment, to add the mailbox. <strong>SQLite</strong> has one writer at a time: while
     * the host's transaction is open, the engine's writes wait for it, for up to 10 seconds, and sending pauses. So keep it short,
     * and call nothing else of the engine that writes before it is over: that call would wait for its own thread. Begin it with the
     * statement {@code BEGIN IMMEDIATE} and end it with {@code COMMIT}: a transaction that turns from reading to writing may be
     * refused, and the driver's own transactions hold the writer until the connection is closed, because each commit begins the
     * next one at once.
     *
     * @param connection a connection inside a transaction; used by the calling thread only
     */
    public OutboxStore outbox(Connection connection) {
        return new JoinedOutboxStore(database, enqueuing, Objects.requireNonNull(connection, "connection"), outbox);
    }

    @Override
    public LaneStore lanes() {
        return lanes;
    }

    @Override
    public WebhookInbox inbox() {
        return inbox;
    }

    @Override
    public OrphanStore orphans() {
        return orphans;
    }

    @Override
    public SuppressionStore suppressions() {
        return suppressions;
    }

    @Override
    public ErasureStore erasures() {
        return erasures;
    }

    @Override
    public WorkerStore workers() {
        return workers;
    }

    @Override
    public ScheduleStore schedules() {
        return schedules;
    }

    @Override
    public JobRunner jobs() {
        return jobs;
    }

    @Override
    public HistoryStore history() {
        return history;
    }

    @Override
    public PacingStore pacing() {
        return pacing;
    }

    @Override
    public CatalogStore catalogs() {
        return shop.catalogs();
    }

    @Override
    public ProductStore products() {
        return shop.products();
    }

    @Override
    public StockStore stock() {
        return shop.stock();
    }

    @Override
    public OrderStore orders() {
        return shop.orders();
    }

    @Override
    public CartStore carts() {
        return shop.carts();
    }

    @Override
    public AssistedCartStore assisted() {
        return shop.assisted();
    }

    @Override
    public MessageStore messages() {
        return shop.messages();
    }

    @Override
    public ConversationStore conversations() {
        return shop.conversations();
    }

    @Override
    public EnquiryStore enquiries() {
        return shop.enquiries();
    }

    @Override
    public SyncStore sync() {
        return shop.sync();
    }

    private static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    @Override
    public byte[] secret(String name, Supplier<byte[]> maker) {
        Optional<byte[]> known = database.read("read a secret", handle -> SettingTable.find(handle, name));
        return known.orElseGet(() -> agree(name, maker.get()));
    }

    private byte[] agree(String name, byte[] proposed) {
        return database.write("keep a secret", handle -> {
            SettingTable.add(database.dialect(), handle, name, proposed);
            return SettingTable.find(handle, name).orElseThrow();
        });
    }

    @Override
    public void close() {
        closing.run();
    }
}
