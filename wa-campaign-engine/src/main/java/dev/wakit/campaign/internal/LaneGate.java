package dev.wakit.campaign.internal;

import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorRule;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.WhatsAppProvider;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether requests of a lane may begin: its sender must get clear answers, and the account's credentials must be taken.
 * Thread-safe.
 */
final class LaneGate {

    private final WhatsAppProvider provider;
    private final Breaker answers;
    private final CredentialsGate credentials;

    LaneGate(WhatsAppProvider provider, Breaker answers, CredentialsGate credentials) {
        this.provider = provider;
        this.answers = answers;
        this.credentials = credentials;
    }

    /** Takes the permission for one request, which {@link #record} or {@link #release} must follow. */
    boolean tryAcquire() {
        if (!answers.tryAcquire()) {
            return false;
        }
        if (!credentials.breaker().tryAcquire()) {
            answers.release();
            return false;
        }
        return true;
    }

    /** Gives back a permission whose request never began. */
    void release() {
        answers.release();
        credentials.breaker().release();
    }

    /** A request that was permitted is over. */
    void record(SendOutcome outcome, @Nullable ErrorRule rule, Instant at) {
        answers.record(unclear(outcome), at);
        credentials.breaker().record(refused(rule), at);
    }

    private static String refused(@Nullable ErrorRule rule) {
        return rule == null || rule.disposition() != Disposition.REFRESH_CREDENTIALS
                ? ""
                : rule.code() + " " + rule.title() + ". " + rule.advice();
    }

    private static String unclear(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Ambiguous ambiguous) {
            return ambiguous.failure().detail();
        }
        return outcome instanceof SendOutcome.NotSent notSent
                ? notSent.failure().detail()
                : "";
    }

    /** Whether one request at a time finds out whether things work again. */
    boolean isProbing() {
        return answers.isProbing() || credentials.breaker().isProbing();
    }

    /** How long nothing is begun; 0 if something may be. */
    long heldNanos() {
        credentials.look(provider.credentialsVersion());
        return Math.max(answers.heldNanos(), credentials.breaker().heldNanos());
    }

    Optional<LaneThrottle.Hold> hold() {
        return credentials.breaker().hold().or(answers::hold);
    }
}
