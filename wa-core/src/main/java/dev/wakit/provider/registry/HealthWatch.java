package dev.wakit.provider.registry;

import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderHealth.State;
import dev.wakit.provider.ProviderId;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at every instance of a registry again and again, on a thread of its own, and at one at once when it is asked to.
 *
 * <p>Thread-safe.
 *
 * @since 0.1
 */
public final class HealthWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HealthWatch.class);

    private final ProviderRegistry registry;
    private final Settings settings;
    private final InstantSource clock;
    private final HealthListener listener;
    private final Map<ProviderId, ProviderHealth> last = new ConcurrentHashMap<>();
    private final Map<ProviderId, Instant> warnedOf = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var looking = new Thread(task, "wakit-provider-health");
        looking.setDaemon(true);
        return looking;
    });

    private HealthWatch(ProviderRegistry registry, Settings settings, InstantSource clock, HealthListener listener) {
        this.registry = registry;
        this.settings = Objects.requireNonNull(settings, "settings");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /** A watch that looks only when it is told to. */
    static HealthWatch idle(
            ProviderRegistry registry, Settings settings, InstantSource clock, HealthListener listener) {
        return new HealthWatch(registry, settings, clock, listener);
    }

    static HealthWatch start(
            ProviderRegistry registry, Settings settings, InstantSource clock, HealthListener listener) {
        var watch = idle(registry, settings, clock, listener);
        var unused = watch.thread.scheduleWithFixedDelay(
                watch::look, 0, settings.interval().toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    /** What the latest look at each instance said; nothing of one that was not looked at yet or cannot be. */
    public Map<ProviderId, ProviderHealth> last() {
        return Map.copyOf(last);
    }

    /**
     * Looks at one instance now, on the thread of the caller, such as after its credentials were replaced; the BSP may take some
     * seconds. Empty if it cannot be asked.
     *
     * @throws IllegalArgumentException if there is no such instance
     */
    public Optional<ProviderHealth> look(ProviderId id) {
        Optional<ProviderHealth> health = registry.check(id);
        health.ifPresent(now -> compare(id, now));
        return health;
    }

    /** Looks at no instance any more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** One round over all instances. */
    void look() {
        for (WhatsAppProvider provider : registry.providers()) {
            try {
                look(provider);
            } catch (RuntimeException broken) {
                // Its text may hold anything; the next round looks again.
                log.warn(
                        "Looking at provider '{}' failed: {}",
                        provider.id(),
                        broken.getClass().getName());
            }
        }
    }

    private void look(WhatsAppProvider provider) {
        provider.health().ifPresent(now -> compare(provider.id(), now));
    }

    private synchronized void compare(ProviderId provider, ProviderHealth now) {
        ProviderHealth before = last.get(provider);
        if (before != null && before.checkedAt().isAfter(now.checkedAt())) {
            // A slow look that began before a newer one.
            return;
        }
        last.put(provider, now);
        if (before == null) {
            before = ProviderHealth.of(State.UNKNOWN, "not looked at before", now.checkedAt());
        }
        if (before.state() != now.state()) {
            log.info("Provider '{}' is {}: {}", provider, now.state(), now.detail());
            listener.healthChanged(provider, before, now);
        }
        now.credentialsExpireAt()
                .filter(end -> !end.isAfter(clock.instant().plus(settings.warnBefore())))
                .filter(end -> !end.equals(warnedOf.put(provider, end)))
                .ifPresent(end -> {
                    log.warn("The credentials of provider '{}' end at {}: replace them before.", provider, end);
                    listener.credentialsExpire(provider, end);
                });
    }

    /**
     * How a watch looks.
     *
     * @param interval between two rounds
     * @param warnBefore how long before their end credentials are warned of
     */
    public record Settings(Duration interval, Duration warnBefore) {

        /** Every 15 minutes; a week before credentials end. */
        public static final Settings DEFAULT = new Settings(Duration.ofMinutes(15), Duration.ofDays(7));

        /** Checks that the interval is above zero and the warning not negative. */
        public Settings {
            if (interval.toMillis() <= 0) {
                throw new IllegalArgumentException("interval must be at least a millisecond, but is " + interval + ".");
            }
            if (warnBefore.isNegative()) {
                throw new IllegalArgumentException("warnBefore must not be negative, but is " + warnBefore + ".");
            }
        }
    }
}
