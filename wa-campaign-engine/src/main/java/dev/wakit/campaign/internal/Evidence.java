package dev.wakit.campaign.internal;

import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import java.time.Instant;

/** One piece of proof about a delivery. */
sealed interface Evidence {

    /**
     * A status webhook.
     *
     * @param attemptNo the attempt that its ref names, or 0 when it came without one
     */
    record Status(
            int attemptNo, MessageId messageId, MessageStatus status, Instant at, ProviderError error, ErrorRule rule)
            implements Evidence {}

    /** The answer to a request, which came too late to be written the direct way. */
    record LateOutcome(OutcomeWrite outcome) implements Evidence {}

    /** The person answered. */
    record Reply(Instant at) implements Evidence {}
}
