package dev.wakit.testkit.meta;

import java.time.Instant;
import java.util.List;

/**
 * A batch that the simulator took. Immutable.
 *
 * @param handle by which its status is asked for
 * @param status the word that is answered now
 * @param retailerIds the products that it changes, in order
 * @param takenAt when it was taken, by the simulator's clock
 * @param dueAt when it is over, unless it is stuck or held
 */
public record SimulatedBatch(String handle, String status, List<String> retailerIds, Instant takenAt, Instant dueAt) {

    /** Copies the list. */
    public SimulatedBatch {
        retailerIds = List.copyOf(retailerIds);
    }
}
