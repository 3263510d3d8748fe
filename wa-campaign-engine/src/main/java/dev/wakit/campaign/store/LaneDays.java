package dev.wakit.campaign.store;

/**
 * How far a sender is in its ramp-up.
 *
 * <p>Immutable.
 *
 * @param daysBefore on how many earlier days it sent template messages
 * @param sentToday how many intents to send one it had on the day asked for
 * @since 0.1
 */
public record LaneDays(int daysBefore, long sentToday) {}
