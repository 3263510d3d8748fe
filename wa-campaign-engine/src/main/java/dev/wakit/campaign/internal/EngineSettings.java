package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.EvidencePolicy;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.outbox.QuickSend;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.schedule.AudienceSource;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.template.TemplateCategory;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Everything an engine is told when it is built. Immutable. */
public final class EngineSettings {

    private final Builder b;

    private EngineSettings(Builder builder) {
        this.b = builder;
    }

    public static Builder builder(CampaignStores stores) {
        return new Builder(Objects.requireNonNull(stores, "stores"));
    }

    CampaignStores stores() {
        return b.stores;
    }

    Map<ProviderId, WhatsAppProvider> providers() {
        return b.providers;
    }

    public TenantId tenant() {
        return b.tenant;
    }

    List<CampaignListener> listeners() {
        return b.listeners;
    }

    RetryPolicy retry() {
        return b.retry;
    }

    EvidencePolicy evidence() {
        return b.evidence;
    }

    /** How many webhooks may wait before sending is held. */
    long inboxLimit() {
        return b.inboxLimit;
    }

    Duration lease() {
        return b.lease;
    }

    /** 0 for automatic. */
    int maxInFlight() {
        return b.maxInFlight;
    }

    /** How many single sends may wait on a lane. */
    long outboxLimit() {
        return b.outboxLimit;
    }

    /** How many people a quick send may have. */
    int quickSendLimit() {
        return b.quickSendLimit;
    }

    InstantSource clock() {
        return b.clock;
    }

    /** The monotonic clock, in nanoseconds. */
    LongSupplier ticker() {
        return b.ticker;
    }

    Loop.Host loops() {
        return b.loops;
    }

    Map<String, AudienceSource> audienceSources() {
        return b.audienceSources;
    }

    /** How long finished campaigns are kept; empty for ever. */
    Optional<Duration> keepFinished() {
        return Optional.ofNullable(b.keepFinished);
    }

    /** Whether the installation's jobs run on threads of the store: not where one host owns all scheduling. */
    boolean runsJobs() {
        return b.runsJobs;
    }

    /** Where ids, secrets and jitter come from. */
    RandomGenerator random() {
        return b.random;
    }

    /** Collects the settings. */
    public static final class Builder {

        /** All of a quick send is one transaction. */
        private static final int MAX_QUICK_SEND = 1_000;

        private final CampaignStores stores;
        private final Map<ProviderId, WhatsAppProvider> providers = new LinkedHashMap<>();
        private final List<CampaignListener> listeners = new ArrayList<>();
        private TenantId tenant = TenantId.DEFAULT;
        private RetryPolicy retry = RetryPolicy.DEFAULT;
        private EvidencePolicy evidence = EvidencePolicy.DEFAULT;
        private long inboxLimit = 50_000;
        private Duration lease = Duration.ofSeconds(30);
        private int maxInFlight;
        private long outboxLimit = 100_000;
        private int quickSendLimit = QuickSend.DEFAULT_LIMIT;
        private InstantSource clock = InstantSource.system();
        private LongSupplier ticker = System::nanoTime;
        private Loop.Host loops = ThreadLoop::start;
        private final Map<String, AudienceSource> audienceSources = new LinkedHashMap<>();
        private @Nullable Duration keepFinished;
        private boolean runsJobs = true;
        private RandomGenerator random = new SecureRandom();

        private Builder(CampaignStores stores) {
            this.stores = stores;
        }

        public void provider(WhatsAppProvider provider) {
            if (providers.putIfAbsent(provider.id(), provider) != null) {
                throw new IllegalArgumentException("There are two providers named '" + provider.id()
                        + "'. Give one of them another id in its builder.");
            }
        }

        public void listener(CampaignListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
        }

        public void tenant(TenantId value) {
            tenant = Objects.requireNonNull(value, "tenant");
        }

        public void retry(RetryPolicy value) {
            retry = Objects.requireNonNull(value, "retry");
        }

        public void evidenceGrace(Duration value) {
            evidence = evidence.withAll(value);
        }

        public void evidenceGrace(TemplateCategory category, Duration value) {
            evidence = evidence.with(category, value);
        }

        public void evidenceLimit(Duration value) {
            evidence = evidence.withLimit(value);
        }

        public void inboxLimit(long value) {
            if (value < 1) {
                throw new IllegalArgumentException("inboxLimit is " + value + ". Use 1 or more.");
            }
            inboxLimit = value;
        }

        public void lease(Duration value) {
            if (value.compareTo(Duration.ofSeconds(2)) < 0) {
                throw new IllegalArgumentException("lease is " + value + ". Use at least 2 seconds.");
            }
            lease = value;
        }

        public void maxInFlight(int value) {
            if (value < 1 || value > 10_000) {
                throw new IllegalArgumentException("maxInFlight is " + value + ". Use 1 to 10,000.");
            }
            maxInFlight = value;
        }

        public void outboxLimit(long value) {
            if (value < 1) {
                throw new IllegalArgumentException("outboxLimit is " + value + ". Use 1 or more.");
            }
            outboxLimit = value;
        }

        public void quickSendLimit(int value) {
            if (value < 1 || value > MAX_QUICK_SEND) {
                throw new IllegalArgumentException("quickSendLimit is " + value + ". Use 1 to " + MAX_QUICK_SEND
                        + "; more people are a campaign.");
            }
            quickSendLimit = value;
        }

        public void clock(InstantSource value) {
            clock = Objects.requireNonNull(value, "clock");
        }

        void ticker(LongSupplier value) {
            ticker = value;
        }

        void loops(Loop.Host value) {
            loops = value;
            runsJobs = false;
        }

        public void audienceSource(String name, AudienceSource source) {
            if (audienceSources.putIfAbsent(name, source) != null) {
                throw new IllegalArgumentException("There are two audience sources named '" + name + "'.");
            }
        }

        public void keepFinished(Duration value) {
            if (value.compareTo(Duration.ofHours(1)) < 0) {
                throw new IllegalArgumentException(
                        "Finished campaigns are kept for " + value + ". Use at least 1 hour.");
            }
            keepFinished = value;
        }

        /** Must be thread-safe where loops run on threads of their own. */
        void random(RandomGenerator value) {
            random = value;
        }

        public EngineSettings build() {
            if (providers.isEmpty()) {
                throw new IllegalStateException("The engine has no provider. Add one with provider(...).");
            }
            return new EngineSettings(this);
        }
    }
}
