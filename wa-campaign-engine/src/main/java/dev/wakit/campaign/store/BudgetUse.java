package dev.wakit.campaign.store;

import java.time.Instant;

/**
 * How much of a portfolio's budget is used.
 *
 * <p>Immutable.
 *
 * @param used how many people were written to within 24 hours
 * @param nextFree when the first of them no longer counts; the epoch if nobody does
 * @since 0.1
 */
public record BudgetUse(long used, Instant nextFree) {}
