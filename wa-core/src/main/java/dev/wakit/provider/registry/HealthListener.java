package dev.wakit.provider.registry;

import dev.wakit.provider.ProviderHealth;
import dev.wakit.provider.ProviderId;
import java.time.Instant;

/**
 * Hears what a {@link HealthWatch} sees. Called for one look at a time, on the thread that looks; what it
 * throws in the watch's own rounds is logged and changes nothing.
 *
 * @since 0.1
 */
public interface HealthListener {

    /** An instance is in another state than before; {@code before} is UNKNOWN at the first look. */
    default void healthChanged(ProviderId provider, ProviderHealth before, ProviderHealth now) {}

    /** The credentials of an instance end soon, or have ended; told once for each end. */
    default void credentialsExpire(ProviderId provider, Instant end) {}
}
