package dev.wakit.campaign.internal;

import dev.wakit.provider.ProviderId;
import java.util.function.LongSupplier;

/**
 * Holds every lane of a provider instance while its credentials are refused, until they are replaced. Thread-safe; shared by the
 * lanes of the instance.
 */
final class CredentialsGate {

    private final Breaker breaker;
    private long version;

    CredentialsGate(ProviderId provider, LongSupplier nanos) {
        this.breaker = new Breaker("credentials of " + provider, Breaker.Rules.CREDENTIALS_REFUSED, nanos);
    }

    Breaker breaker() {
        return breaker;
    }

    /** Opens at once for credentials that were replaced. */
    synchronized void look(long latestVersion) {
        if (latestVersion != version) {
            version = latestVersion;
            breaker.reset();
        }
    }
}
