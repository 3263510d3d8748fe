package dev.wakit.campaign;

import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A sender of one campaign's pool, and whether it takes part now.
 *
 * <p>Immutable.
 *
 * @param lane its provider and number
 * @param weight as {@link PoolSender#weight}
 * @param state whether it takes part
 * @param reason why it does not, in words; empty while it does
 * @param since when it reached this state; for one that never left, when the campaign was created
 * @since 0.1
 */
public record PoolMember(LaneKey lane, int weight, State state, String reason, Instant since) {

    /** Whether a sender takes part in a campaign. */
    public enum State {
        /** It does. */
        IN,
        /** Its lane could not send for longer than the pool waits. It takes part again as soon as it can send. */
        HELD,
        /**
         * The BSP refuses what this campaign sends over it, such as a paused template. It takes part again when the BSP takes back
         * the news that stopped it, and when an operator pauses and resumes the campaign.
         */
        STOPPED
    }

    /** Checks that nothing is missing. */
    public PoolMember {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(since, "since");
    }

    /** Whether it takes part: new deliveries go to it. */
    public boolean isIn() {
        return state == State.IN;
    }
}
