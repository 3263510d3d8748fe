package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.event.CampaignListener;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.schedule.AudienceSource;
import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
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

    Duration evidenceGrace() {
        return b.evidenceGrace;
    }

    Duration lease() {
        return b.lease;
    }

    /** 0 for automatic. */
    int maxInFlight() {
        return b.maxInFlight;
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

    /** Collects the settings. */
    public static final class Builder {

        private final CampaignStores stores;
        private final Map<ProviderId, WhatsAppProvider> providers = new LinkedHashMap<>();
        private final List<CampaignListener> listeners = new ArrayList<>();
        private TenantId tenant = TenantId.DEFAULT;
        private RetryPolicy retry = RetryPolicy.DEFAULT;
        private Duration evidenceGrace = Duration.ofHours(24);
        private Duration lease = Duration.ofSeconds(30);
        private int maxInFlight;
        private InstantSource clock = InstantSource.system();
        private LongSupplier ticker = System::nanoTime;
        private Loop.Host loops = ThreadLoop::start;
        private final Map<String, AudienceSource> audienceSources = new LinkedHashMap<>();
        private @Nullable Duration keepFinished;
        private boolean runsJobs = true;

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
            if (value.isNegative()) {
                throw new IllegalArgumentException("evidenceGrace is " + value + ". Use zero or more.");
            }
            evidenceGrace = value;
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

        public EngineSettings build() {
            if (providers.isEmpty()) {
                throw new IllegalStateException("The engine has no provider. Add one with provider(...).");
            }
            return new EngineSettings(this);
        }
    }
}
