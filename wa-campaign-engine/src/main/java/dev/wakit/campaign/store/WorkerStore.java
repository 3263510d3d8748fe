package dev.wakit.campaign.store;

import java.time.Duration;
import java.util.List;

/**
 * The workers of the installation. All decisions about time use the database's clock.
 *
 * @since 0.1
 */
public interface WorkerStore {

    /**
     * Writes a sign of life and advances the installation's beat. The first one of a worker adds it.
     *
     * @return what the database remembers now
     */
    Pulse beat(WorkerBeat beat);

    /** All workers, by name, silent ones included. */
    List<WorkerRow> all();

    /** Takes a worker away that ended in order. One that is not there is no error. */
    void leave(String worker);

    /** Takes workers away that have been silent for longer than this. Returns how many. */
    int purge(Duration silentFor);
}
