package dev.wakit.campaign.store;

import dev.wakit.campaign.worker.Quarantine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether the database's history can be trusted.
 *
 * <p>An instance remembers the highest beat that {@link WorkerStore#beat} returned through it. While the database shows a lower one,
 * every write that a lane's lease fences is refused, as if the lease were lost. All decisions about time use the database's clock.
 *
 * @since 0.1
 */
public interface HistoryStore {

    /** The quarantine that is in force. */
    Optional<Quarantine> quarantine();

    /**
     * Begins a quarantine, or makes the one in force last at least this long from now: takes every lane from its owner with a new
     * epoch, accepts the database's identity as it is now, and lifts the beat above everything this instance has seen, all in one
     * transaction. While it lasts, no lane can be acquired.
     *
     * @param reason what was seen
     * @param worker who saw it
     * @param length how long it lasts
     */
    Quarantine begin(String reason, String worker, Duration length);

    /**
     * Ends the quarantine that is in force.
     *
     * @param by who decided it; kept
     * @return whether there was one
     */
    boolean end(String by);

    /** Quarantines of the past and the one in force, newest first. */
    List<Quarantine> all(int limit);
}
