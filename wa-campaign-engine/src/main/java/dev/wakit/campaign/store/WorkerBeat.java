package dev.wakit.campaign.store;

import dev.wakit.campaign.worker.WorkerState;
import dev.wakit.provider.ProviderId;
import java.util.Set;

/**
 * A sign of life.
 *
 * <p>Immutable.
 *
 * @param worker the worker's name
 * @param host the computer
 * @param pid the process id
 * @param version the engine's version
 * @param providers the providers whose lanes it can send
 * @param lanes how many lanes it holds
 * @param state what it says of itself
 * @since 0.1
 */
public record WorkerBeat(
        String worker, String host, long pid, String version, Set<ProviderId> providers, int lanes, WorkerState state) {

    /** Copies the providers. */
    public WorkerBeat {
        providers = Set.copyOf(providers);
    }
}
