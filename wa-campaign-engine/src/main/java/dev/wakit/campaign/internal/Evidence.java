package dev.wakit.campaign.internal;

import dev.wakit.address.Recipient;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.error.ErrorPolicy;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.inbound.StatusChanged;
import dev.wakit.message.MessageId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** One piece of proof about a delivery. */
sealed interface Evidence {

    /**
     * A status webhook.
     *
     * @param attemptNo the attempt that its ref names, or 0 when it came without one
     * @param names what it calls the person
     */
    record Status(
            int attemptNo,
            MessageId messageId,
            MessageStatus status,
            Instant at,
            ProviderError error,
            ErrorRule rule,
            Set<String> names)
            implements Evidence {

        public Status {
            names = Set.copyOf(names);
        }

        /** A status as the provider reads it, of an attempt, or of 0 when it names none. */
        static Status of(int attemptNo, StatusChanged status, ErrorPolicy policy) {
            ProviderError error = status.errors().isEmpty()
                    ? ProviderError.builder("0")
                            .title("Failed without a reason")
                            .build()
                    : status.errors().get(0);
            return new Status(
                    attemptNo,
                    status.messageId(),
                    status.status(),
                    status.at(),
                    error,
                    policy.ruleFor(error),
                    namesIn(status));
        }
    }

    /** In a group the status is about a participant, and what it says about messages to the person alone is not known. */
    private static Set<String> namesIn(StatusChanged status) {
        if (!status.groupId().isEmpty()) {
            return Set.of();
        }
        var names = new LinkedHashSet<>(Identities.keys(status.person()));
        status.recipient().map(Recipient::keys).ifPresent(names::addAll);
        return names;
    }

    /** The answer to a request, which came too late to be written the direct way. */
    record LateOutcome(OutcomeWrite outcome) implements Evidence {}

    /** The person answered. */
    record Reply(Instant at) implements Evidence {}
}
