package dev.wakit.campaign.worker;

/**
 * What a worker says of itself.
 *
 * @since 0.1
 */
public enum WorkerState {
    /** It works. */
    RUNNING,
    /** It finishes what it began and takes nothing new. */
    STOPPING
}
