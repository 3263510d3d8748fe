package dev.wakit.campaign.store;

import java.util.function.Supplier;

/**
 * Everything the engine keeps, in one database.
 *
 * <p>Implementations are thread-safe. Each method of each store is one transaction, durable when the method returns. A method that
 * throws {@link StoreException} may have committed or not, unless its description says otherwise: that is what a lost connection
 * means.
 *
 * @since 0.1
 */
public interface CampaignStores extends AutoCloseable {

    /** Campaigns and their counters. */
    CampaignStore campaigns();

    /** Captured audiences, until they are planned. */
    AudienceStore audiences();

    /** Deliveries. */
    DeliveryStore deliveries();

    /** Single sends. */
    OutboxStore outbox();

    /** Lanes and their leases. */
    LaneStore lanes();

    /** Webhook bodies that were taken over and are not processed yet. */
    WebhookInbox inbox();

    /** Statuses of messages that no delivery has. */
    OrphanStore orphans();

    /** The suppression list. */
    SuppressionStore suppressions();

    /** Erases what is kept about single people. */
    ErasureStore erasures();

    /** The workers and their signs of life. */
    WorkerStore workers();

    /** Schedules of campaigns that come back. */
    ScheduleStore schedules();

    /** Runs the installation's jobs, each on one worker at a time. */
    JobRunner jobs();

    /** Whether the database's history can be trusted. */
    HistoryStore history();

    /** What the limits of pacing count. */
    PacingStore pacing();

    /**
     * A secret of this installation, made once and then the same for every worker on this database.
     *
     * @param name what it is for
     * @param maker makes it when the database has none
     */
    byte[] secret(String name, Supplier<byte[]> maker);

    /** Frees connections. Idempotent. */
    @Override
    void close();
}
