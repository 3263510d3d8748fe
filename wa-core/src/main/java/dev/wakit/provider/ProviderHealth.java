package dev.wakit.provider;

import dev.wakit.AuthenticationException;
import dev.wakit.WhatsAppException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a look at the BSP said about an instance of a provider.
 *
 * <p>Immutable.
 *
 * @param state whether it can send
 * @param detail one sentence for an operator: what was seen and what to do; without secrets and personal data
 * @param checkedAt when the look was
 * @param credentialsExpireAt when the credentials end; empty if they do not or the BSP does not say
 * @since 0.1
 */
public record ProviderHealth(State state, String detail, Instant checkedAt, Optional<Instant> credentialsExpireAt) {

    /** Whether an instance can send. */
    public enum State {
        /** The BSP answered and named nothing against sending. */
        READY,
        /** It can send, but less than usual or not for long. */
        LIMITED,
        /** It cannot send until somebody does something. */
        BLOCKED,
        /** The BSP could not be asked. Sends may work all the same. */
        UNREACHABLE,
        /** Nobody has looked yet. */
        UNKNOWN
    }

    /** Checks that nothing is missing. */
    public ProviderHealth {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(checkedAt, "checkedAt");
        Objects.requireNonNull(credentialsExpireAt, "credentialsExpireAt");
    }

    /** A look that says nothing about the credentials' end. */
    public static ProviderHealth of(State state, String detail, Instant checkedAt) {
        return new ProviderHealth(state, detail, checkedAt, Optional.empty());
    }

    /**
     * What a management call says, or why it says nothing: credentials that are refused block, and whatever else goes wrong leaves open
     * whether messages could be sent.
     *
     * @param question asks the BSP, and throws as management calls do
     */
    public static ProviderHealth ask(InstantSource clock, Supplier<ProviderHealth> question) {
        try {
            return question.get();
        } catch (AuthenticationException refused) {
            return of(State.BLOCKED, String.valueOf(refused.getMessage()), clock.instant());
        } catch (WhatsAppException failed) {
            return of(State.UNREACHABLE, String.valueOf(failed.getMessage()), clock.instant());
        }
    }

    /** The same with the time at which the credentials end. */
    public ProviderHealth withCredentialsExpireAt(Instant end) {
        return new ProviderHealth(state, detail, checkedAt, Optional.of(end));
    }
}
