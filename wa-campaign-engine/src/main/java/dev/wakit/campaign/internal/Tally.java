package dev.wakit.campaign.internal;

import dev.wakit.provider.SendOutcome;
import java.util.concurrent.atomic.LongAdder;

/** Counts what this engine did. Thread-safe. */
final class Tally {

    private final LongAdder sent = new LongAdder();
    private final LongAdder webhooks = new LongAdder();

    void landed(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Accepted) {
            sent.increment();
        }
    }

    void processed(int count) {
        webhooks.add(count);
    }

    /** Messages that the BSP accepted. */
    long sent() {
        return sent.sum();
    }

    /** Webhook bodies that were settled. */
    long webhooks() {
        return webhooks.sum();
    }
}
