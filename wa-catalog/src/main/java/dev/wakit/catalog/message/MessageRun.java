package dev.wakit.catalog.message;

/**
 * What one run did. Immutable.
 *
 * @param reminders how many reminders were planned
 * @param queued how many messages were handed over
 * @param leftOut how many are not sent
 * @param failed how many could not be handed over and are tried again later
 * @since 0.1
 */
public record MessageRun(int reminders, int queued, int leftOut, int failed) {}
