package dev.wakit.campaign.store;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * Work of the installation that one worker does at a time.
 *
 * @param name its name, the same on every worker
 * @param work does it; takes the time and returns when it is due next
 * @since 0.1
 */
public record Job(String name, UnaryOperator<Instant> work) {}
