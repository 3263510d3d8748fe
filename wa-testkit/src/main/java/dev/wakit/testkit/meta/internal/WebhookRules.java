package dev.wakit.testkit.meta.internal;

import dev.wakit.testkit.simulator.internal.webhook.EventRules;
import java.time.Duration;

/** How webhooks are delayed, spoiled, batched and retried. Immutable. */
public record WebhookRules(
        EventRules events, boolean escaped, int batchSize, Duration batchWindow, int concurrency, Duration retryFor) {}
