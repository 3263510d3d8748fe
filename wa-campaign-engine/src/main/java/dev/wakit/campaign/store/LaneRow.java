package dev.wakit.campaign.store;

import dev.wakit.campaign.pacing.LaneKey;
import java.time.Instant;

/**
 * A lane as stored.
 *
 * <p>Immutable.
 *
 * @param lane its name
 * @param owner the worker that holds it; empty for none
 * @param epoch the fencing epoch
 * @param leaseUntil when the lease ends, by the database's clock
 * @param isFree whether it can be taken now, by the database's clock
 * @since 0.1
 */
public record LaneRow(LaneKey lane, String owner, long epoch, Instant leaseUntil, boolean isFree) {}
