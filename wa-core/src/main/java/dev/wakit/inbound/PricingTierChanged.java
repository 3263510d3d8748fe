package dev.wakit.inbound;

/**
 * A discount for volume was reached.
 *
 * <p>Immutable. When it is reported more than once, the earliest {@code at} counts.
 *
 * @param source where it came from
 * @param category the category of messages that is cheaper now
 * @param tier the tier, as lowest and highest number
 * @param effectiveMonth the month that it holds for
 * @param region the market that it holds for
 * @since 0.1
 */
public record PricingTierChanged(EventSource source, String category, String tier, String effectiveMonth, String region)
        implements InboundEvent {}
