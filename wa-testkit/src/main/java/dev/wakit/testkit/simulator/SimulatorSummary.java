package dev.wakit.testkit.simulator;

import java.util.Map;

/**
 * The counters of a simulator at one moment. Immutable.
 *
 * @param requests send requests that arrived
 * @param accepted messages accepted
 * @param rejectedByCode refused send requests by code, see {@link Ledger#rejections()}
 * @param duplicates recipients in {@link Ledger#duplicates()}
 * @param uniqueRecipients recipients with at least one accepted message
 * @param byOutcome accepted messages by {@link MagicNumber}
 * @param pendingWebhooks events planned or waiting and not yet taken by the webhook target
 * @param deliveredWebhooks events the target answered with 200
 * @param droppedWebhooks events dropped on purpose, given up on, or without a target
 */
public record SimulatorSummary(
        long requests,
        long accepted,
        Map<Integer, Long> rejectedByCode,
        int duplicates,
        int uniqueRecipients,
        Map<MagicNumber, Long> byOutcome,
        long pendingWebhooks,
        long deliveredWebhooks,
        long droppedWebhooks) {

    /** Copies the maps. */
    public SimulatorSummary {
        rejectedByCode = Map.copyOf(rejectedByCode);
        byOutcome = Map.copyOf(byOutcome);
    }
}
