package dev.wakit.campaign;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.consent.Suppression;
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
import dev.wakit.campaign.store.BudgetUse;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.campaign.store.SuppressionStore;
import dev.wakit.campaign.webhook.WebhookEndpoint;
import dev.wakit.error.ErrorRule;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

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
    public java.util.Optional<ErrorRule> errorRule(dev.wakit.provider.ProviderId provider, String code) {
        return core.errorRule(provider, code);
    }

    /**
     * Stops in order: no new message is begun, requests in flight get up to 25 seconds, outcomes are written, lanes are given
     * back. Idempotent. Providers and stores stay open.
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

        /** How errors are tried again when a campaign says nothing; {@link RetryPolicy#DEFAULT} when not given. */
        public Builder retry(RetryPolicy retry) {
            settings.retry(retry);
            return this;
        }

        /**
         * How long an interrupted or unanswered message may wait for evidence before it is shown as UNKNOWN; 24 hours when not
         * given, since a BSP may hold marketing messages back for long.
         */
        public Builder evidenceGrace(Duration evidenceGrace) {
            settings.evidenceGrace(evidenceGrace);
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
