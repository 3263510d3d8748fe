package dev.wakit.campaign.schedule;

import dev.wakit.campaign.audience.Audience;
import java.time.Instant;

/**
 * Where a schedule reads its audience anew for each run, such as a query of the host's own database or a CSV file.
 *
 * <p>A source is known to the engine by a name, since a schedule outlives the process that made it. Every worker that may run the
 * schedule registers a source of that name; a worker without it leaves the run to others. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface AudienceSource {

    /**
     * The audience of one run. What it throws makes that run fail, and the schedule goes on with the next one.
     *
     * @param dueAt when the run was due
     */
    Audience at(Instant dueAt);
}
