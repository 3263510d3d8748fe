package dev.wakit.campaign.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Runs jobs so that each is done by one worker of the installation at a time, however many there are.
 *
 * <p>A job that throws is done again a little later. A job whose worker died is done by another one after some silence; so a job
 * may be done twice in part, and must bear it.
 *
 * @since 0.1
 */
public interface JobRunner {

    /**
     * Starts running these jobs on threads of its own. A job that was never done is due at once.
     *
     * @param worker this worker's name
     * @param clock the clock that jobs are due by
     * @param lease how long a worker may be silent before its job is given to another, at least
     */
    Running start(String worker, List<Job> jobs, InstantSource clock, Duration lease);

    /** Jobs that are being run. */
    interface Running {

        /** Begins no job any more and waits for a moment for those that are being done. Idempotent. */
        void stop();
    }
}
