package dev.wakit.campaign.store;

import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.LaneLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lanes and who owns them. All decisions about time use the database's clock.
 *
 * @since 0.1
 */
public interface LaneStore {

    /** Adds a lane if it is not there. */
    void ensure(LaneKey lane);

    /** All lanes of all tenants. */
    List<LaneRow> all();

    /**
     * Takes a lane that nobody owns, whose lease is over, or that this worker owns already. The epoch grows by one.
     *
     * @return the lease, or empty if another worker holds it
     */
    Optional<LaneLease> acquire(LaneKey lane, String worker, Duration lease);

    /**
     * Prolongs a lease that still holds its epoch, even if its time was over and nobody took it.
     *
     * @return false if the lane has another owner or epoch
     */
    boolean renew(LaneLease lease, Duration duration);

    /** Notes that a status webhook of a lane's sender was processed; the latest time stays. */
    void statusProcessed(LaneKey lane, Instant at);

    /** The time of the latest status webhook of a lane's sender that was processed, by the BSP's clock. */
    Optional<Instant> latestStatus(LaneKey lane);

    /** Gives a lane back at once. A lease that is no longer held is left alone. */
    void release(LaneLease lease);
}
