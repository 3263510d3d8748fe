package dev.wakit.provider.meta.account;

import java.util.OptionalInt;

/**
 * How many people a business portfolio may begin to write to in 24 hours, over all its numbers.
 *
 * @since 0.1
 */
public enum MessagingLimit {
    /** 50 people. */
    TIER_50,
    /** 250 people. */
    TIER_250,
    /** 1,000 people. */
    TIER_1K,
    /** 2,000 people. */
    TIER_2K,
    /** 10,000 people. */
    TIER_10K,
    /** 100,000 people. */
    TIER_100K,
    /** Anybody. */
    TIER_UNLIMITED,
    /** Not decided yet. */
    TIER_NOT_SET;

    /** How many people in 24 hours; empty if there is no limit, or none is set. */
    public OptionalInt people() {
        return switch (this) {
            case TIER_50 -> OptionalInt.of(50);
            case TIER_250 -> OptionalInt.of(250);
            case TIER_1K -> OptionalInt.of(1000);
            case TIER_2K -> OptionalInt.of(2000);
            case TIER_10K -> OptionalInt.of(10_000);
            case TIER_100K -> OptionalInt.of(100_000);
            case TIER_UNLIMITED, TIER_NOT_SET -> OptionalInt.empty();
        };
    }
}
