package dev.wakit.testkit.meta.internal;

import java.time.Duration;

/** How webhooks are delayed, spoiled, batched and retried. Immutable. */
public record WebhookRules(
        Span delay,
        double duplicateShare,
        double dropShare,
        boolean shuffled,
        boolean escaped,
        int batchSize,
        Duration batchWindow,
        int concurrency,
        Duration retryFor) {}
