package dev.wakit.campaign;

import java.util.Map;
import java.util.Set;

/**
 * Where a campaign stands.
 *
 * @since 0.1
 */
public enum CampaignStatus {
    /** Created; nothing happens until it is launched or scheduled. */
    DRAFT,
    /** Waits for its start time. */
    SCHEDULED,
    /** Its audience is being turned into delivery rows. */
    PREPARING,
    /** Sends. */
    RUNNING,
    /** Stopped after the messages then in flight; resumes where it left off. */
    PAUSED,
    /** Nothing is left to send. Late statuses still count; a retryable late failure makes it run again. */
    COMPLETED,
    /** Ended by an operator; what was pending is not sent. */
    CANCELLED,
    /** Ended by an error that every recipient would hit. */
    FAILED;

    private static final Map<CampaignStatus, Set<CampaignStatus>> ALLOWED = Map.of(
            DRAFT, Set.of(SCHEDULED, PREPARING),
            SCHEDULED, Set.of(PREPARING, CANCELLED),
            PREPARING, Set.of(RUNNING, COMPLETED, CANCELLED, FAILED),
            RUNNING, Set.of(PAUSED, COMPLETED, CANCELLED, FAILED),
            PAUSED, Set.of(RUNNING, CANCELLED, FAILED),
            COMPLETED, Set.of(RUNNING),
            CANCELLED, Set.of(),
            FAILED, Set.of(RUNNING, CANCELLED));

    /** Whether a campaign may go from this status to another. */
    public boolean canBecome(CampaignStatus next) {
        return ALLOWED.getOrDefault(this, Set.of()).contains(next);
    }

    /** The statuses from which a campaign may come to this one. */
    public Set<CampaignStatus> predecessors() {
        var from = java.util.EnumSet.noneOf(CampaignStatus.class);
        ALLOWED.forEach((status, next) -> {
            if (next.contains(this)) {
                from.add(status);
            }
        });
        return Set.copyOf(from);
    }

    /** Whether nothing more will be sent unless an operator or a late failure says so. */
    public boolean isFinished() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
