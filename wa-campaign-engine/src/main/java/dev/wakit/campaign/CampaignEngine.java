package dev.wakit.campaign;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.consent.People;
import dev.wakit.campaign.consent.Suppression;
import dev.wakit.campaign.delivery.EvidencePolicy;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.internal.EngineCore;
import dev.wakit.campaign.internal.EngineSettings;
import dev.wakit.campaign.outbox.Outbox;
import dev.wakit.campaign.pacing.FrequencyCap;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneStatus;
import dev.wakit.campaign.pacing.PortfolioBudget;
import dev.wakit.campaign.pacing.PriceList;
import dev.wakit.campaign.pacing.RampUp;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.schedule.AudienceSource;
import dev.wakit.campaign.schedule.Schedules;
import dev.wakit.campaign.store.BudgetUse;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.SuppressionStore;
import dev.wakit.campaign.webhook.WebhookChannel;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.campaign.worker.Quarantine;
import dev.wakit.campaign.worker.RunSummary;
import dev.wakit.campaign.worker.WorkerStatus;
import dev.wakit.error.ErrorRule;
import dev.wakit.inbound.InboundListener;
import dev.wakit.message.OutgoingCheck;
import dev.wakit.outbound.DurableSender;
import dev.wakit.privacy.PersonalRecords;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Sends campaigns, and keeps what it promises through crashes.
 *
 * <p>An engine that is built can create and steer campaigns and take webhooks. One that is started also works: it plans, sends
 * and processes webhooks. Any number of engines may work on one database. Thread-safe.
 *
 * <pre>{@code
 * try (var engine = CampaignEngine.builder(stores).provider(meta).build()) {
 *     engine.start();
 *     ...
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class CampaignEngine implements AutoCloseable {

    private final EngineCore core;

    private CampaignEngine(EngineCore core) {
        this.core = core;
    }

    /** Starts the description of an engine over these stores. The engine does not close them. */
    public static Builder builder(CampaignStores stores) {
        return new Builder(stores);
    }

    /** Begins to work. Calling it again does nothing. */
    public void start() {
        core.start();
    }

    /** The campaigns of the engine's own tenant. */
    public Campaigns campaigns() {
        return core.campaigns(core.settings().tenant());
    }

    /** The campaigns of another tenant. */
    public Campaigns campaigns(TenantId tenant) {
        return core.campaigns(tenant);
    }

    /** The single sends of the engine's own tenant. */
    public Outbox outbox() {
        return core.outbox(core.settings().tenant());
    }

    /** The single sends of another tenant. */
    public Outbox outbox(TenantId tenant) {
        return core.outbox(tenant);
    }

    /** The outbox for those who know nothing of this engine, such as a shop; each send names its tenant. */
    public DurableSender durableSender() {
        return core.durableSender();
    }

    /** The schedules of the engine's own tenant. */
    public Schedules schedules() {
        return core.schedules(core.settings().tenant());
    }

    /** The schedules of another tenant. */
    public Schedules schedules(TenantId tenant) {
        return core.schedules(tenant);
    }

    /** Where webhooks go. */
    public WebhookEndpoint webhooks() {
        return core.webhooks();
    }

    /** The suppression list. */
    public SuppressionStore suppressions() {
        return core.stores().suppressions();
    }

    /** Puts a person of the engine's own tenant on the suppression list. */
    public boolean suppress(Suppression suppression) {
        return core.stores().suppressions().add(core.settings().tenant(), suppression);
    }

    /** What is kept about the people of the engine's own tenant. */
    public People people() {
        return core.people(core.settings().tenant());
    }

    /** What is kept about the people of another tenant. */
    public People people(TenantId tenant) {
        return core.people(tenant);
    }

    /** What the lanes do now. */
    public List<LaneStatus> lanes() {
        return core.lanes();
    }

    /** How many webhooks were taken over and wait for processing, of all tenants; asks the database. */
    public long webhookBacklog() {
        return core.stores().inbox().backlog();
    }

    /** How many webhooks were set aside after too many tries, of all tenants; asks the database. */
    public long webhooksParked() {
        return core.stores().inbox().parked();
    }

    /**
     * Makes the webhooks of the engine's own tenant that were set aside due again, with all their tries. Processing an event again
     * does no harm.
     *
     * @return how many
     */
    public int redriveWebhooks() {
        return core.stores()
                .inbox()
                .redrive(core.settings().tenant(), core.settings().clock().instant());
    }

    /**
     * Since when this worker's signs of life could not be written to the database; empty while they can. Does not ask the database.
     */
    public Optional<Instant> databaseDownSince() {
        return core.databaseDownSince();
    }

    /** Whether the webhooks of each lane's sender are proven to work, where deliveries wait for that. */
    public List<WebhookChannel> channels() {
        return core.channels();
    }

    /** The workers on this database, stale ones included; see {@link WorkerStatus}. */
    public List<WorkerStatus> workers() {
        return core.workers();
    }

    /** The quarantine that is in force, during which nobody sends. */
    public Optional<Quarantine> quarantine() {
        return core.currentQuarantine();
    }

    /**
     * Ends the quarantine that is in force before its time. Do so only when you know that nothing was lost, as after a failover to
     * a synchronous standby: a message whose history was lost is sent again.
     *
     * @param by who decides it; kept in the database
     * @return whether there was one
     * @throws IllegalArgumentException if the name is blank
     */
    public boolean endQuarantine(String by) {
        return core.endQuarantine(by);
    }

    /** How much of a portfolio's 24 hours the engine's own tenant has used. */
    public BudgetUse portfolioUse(String portfolio) {
        return core.stores()
                .pacing()
                .budget(
                        core.settings().tenant(),
                        portfolio,
                        core.settings().clock().instant());
    }

    /**
     * Tells what the BSP gives a sender now, such as after an upgrade of its throughput; until told, it is what the provider's
     * capabilities say. Takes effect at once if this engine owns the lane, and when it takes the lane otherwise. It is not stored:
     * tell every engine, and again after a start.
     */
    public void changeThroughput(LaneKey lane, RateLimit level) {
        core.changeThroughput(lane, level);
    }

    /** The rule for a BSP's error code, for an operator's eyes. */
    public Optional<ErrorRule> errorRule(dev.wakit.provider.ProviderId provider, String code) {
        return core.errorRule(provider, code);
    }

    /**
     * Works for a while in a host that cannot keep a worker running, such as a cron job or a serverless function: takes lanes,
     * plans, sends, processes webhooks that another host took over, and gives everything back before it returns.
     *
     * <p>No message is begun in the last third of the budget, at most its last 20 seconds, so that answers can arrive. A request
     * that is not answered by then is UNCERTAIN, and no delivery, lane or webhook stays claimed. Returns early when nothing is due.
     *
     * @param budget how long it may take, at least 1 second
     * @throws IllegalArgumentException if the budget is shorter
     * @throws IllegalStateException if the engine is started, closed, or in another such call
     */
    public RunSummary runFor(Duration budget) {
        return core.runFor(budget);
    }

    /** Whether nothing is due now that this engine could do: no planning, no message, no webhook. Asks the database. */
    public boolean isIdle() {
        return core.isIdle();
    }

    /**
     * Stops in order: no new message is begun, requests in flight get up to 25 seconds, outcomes are written, lanes are given
     * back; 35 seconds at most in all. Idempotent; a second call while the first caller waits cuts the waiting short. What is
     * unanswered then is UNCERTAIN. Called by a listener, it returns at once and the engine ends by itself. Providers and stores stay open.
     */
    @Override
    public void close() {
        core.close();
    }

    /** Describes an engine. Not thread-safe. */
    public static final class Builder {

        private final EngineSettings.Builder settings;

        private Builder(CampaignStores stores) {
            this.settings = EngineSettings.builder(stores);
        }

        /** Adds a provider; names must differ. The engine does not close it. */
        public Builder provider(WhatsAppProvider provider) {
            settings.provider(provider);
            return this;
        }

        /** The tenant of {@link #campaigns()}; {@link TenantId#DEFAULT} when not given. */
        public Builder tenant(TenantId tenant) {
            settings.tenant(tenant);
            return this;
        }

        /** Adds a listener. */
        public Builder listener(CampaignListener listener) {
            settings.listener(listener);
            return this;
        }

        /**
         * Adds a listener that takes events of webhooks over for good, such as a shop's intake. A webhook is settled once the listener has
         * returned from all of its events; if it throws, the webhook is processed again, and set aside after five tries.
         */
        public Builder inbound(InboundListener listener) {
            settings.inbound(listener);
            return this;
        }

        /** Adds a holder of people's data, such as a shop, that forgets whom {@link People#erase} erases. */
        public Builder personalRecords(PersonalRecords records) {
            settings.personalRecords(records);
            return this;
        }

        /**
         * Adds a check that every message passes right before it is sent, such as a shop's, which leaves out what is out of stock.
         * Checks are asked in the order in which they were added.
         */
        public Builder outgoing(OutgoingCheck check) {
            settings.outgoing(check);
            return this;
        }

        /** How errors are tried again when a campaign says nothing; {@link RetryPolicy#DEFAULT} when not given. */
        public Builder retry(RetryPolicy retry) {
            settings.retry(retry);
            return this;
        }

        /**
         * How long an interrupted or unanswered message waits for evidence, whatever its category; when not given, by category, as
         * {@link EvidencePolicy#DEFAULT} says. A campaign may have a time of its own.
         */
        public Builder evidenceGrace(Duration evidenceGrace) {
            settings.evidenceGrace(evidenceGrace);
            return this;
        }

        /** How long such messages of one category wait for evidence; UNKNOWN counts as MARKETING. */
        public Builder evidenceGrace(TemplateCategory category, Duration evidenceGrace) {
            settings.evidenceGrace(category, evidenceGrace);
            return this;
        }

        /**
         * The longest wait for evidence while the webhooks of the sender are not proven to work; 7 days when not given, since Meta
         * repeats a webhook for that long.
         */
        public Builder evidenceLimit(Duration evidenceLimit) {
            settings.evidenceLimit(evidenceLimit);
            return this;
        }

        /**
         * How many webhooks may wait for processing before sending is held, until half of them are processed; 50,000 when not
         * given. Statuses of messages that were sent matter more than new messages.
         */
        public Builder inboxLimit(long inboxLimit) {
            settings.inboxLimit(inboxLimit);
            return this;
        }

        /** How long a lane stays with a worker that gives no sign of life; 30 seconds when not given, at least 2. */
        public Builder lease(Duration lease) {
            settings.lease(lease);
            return this;
        }

        /** Lets the senders of a portfolio share a budget of people in a moving 24 hours; unlimited when not given. */
        public Builder portfolio(PortfolioBudget budget) {
            settings.portfolio(budget);
            return this;
        }

        /** Caps the messages of a category to one person, over all campaigns; may be given several times. */
        public Builder cap(FrequencyCap cap) {
            settings.cap(cap);
            return this;
        }

        /** Lets a new sender begin with few messages a day. */
        public Builder rampUp(SenderId sender, RampUp schedule) {
            settings.rampUp(sender, schedule);
            return this;
        }

        /** What messages are expected to cost; needed by campaigns with a spend budget. */
        public Builder prices(PriceList prices) {
            settings.prices(prices);
            return this;
        }

        /**
         * The shortest time between two messages of one sender to the same person; 6 seconds when not given, which is what WhatsApp
         * allows in the long run. Zero leaves it to the BSP's own limit.
         */
        public Builder pairSpacing(Duration spacing) {
            settings.pairSpacing(spacing);
            return this;
        }

        /**
         * The share of each sender's throughput that is left for inbound messages, which count against it too; 0.05 when not
         * given, 0 to 0.9. Raise it where people answer a lot. Below 0.03 a message that is some milliseconds late on the wire may
         * already exceed the BSP's limit.
         */
        public Builder inboundReserve(double share) {
            settings.inboundReserve(share);
            return this;
        }

        /**
         * How many requests of one lane may be on their way; by default twice what the rate needs at the latency that is
         * measured, 20 to 1,000.
         */
        public Builder maxInFlight(int maxInFlight) {
            settings.maxInFlight(maxInFlight);
            return this;
        }

        /**
         * How many single sends may wait on one lane before {@link Outbox#enqueue} answers that it is busy; 100,000 when not given.
         * Several processes may exceed it by what they add within the same second.
         */
        public Builder outboxLimit(long outboxLimit) {
            settings.outboxLimit(outboxLimit);
            return this;
        }

        /** How many people a quick send may have, 1 to 1,000; 50 when not given. */
        public Builder quickSendLimit(int quickSendLimit) {
            settings.quickSendLimit(quickSendLimit);
            return this;
        }

        /** Adds a source that schedules read their audiences from; names must differ. */
        public Builder audienceSource(String name, AudienceSource source) {
            settings.audienceSource(name, source);
            return this;
        }

        /**
         * Deletes campaigns, with their deliveries, so long after they finished, and single sends so long after they ended; kept
         * for ever when not given. At least 1 hour. A webhook that comes later finds nothing to settle.
         */
        public Builder keepFinishedCampaigns(Duration keep) {
            settings.keepFinished(keep);
            return this;
        }

        /** The clock of schedules, retries and time stamps; the system's when not given. */
        public Builder clock(InstantSource clock) {
            settings.clock(clock);
            return this;
        }

        /** Builds the engine. At least one provider must be there. */
        public CampaignEngine build() {
            return new CampaignEngine(new EngineCore(settings.build()));
        }
    }
}
