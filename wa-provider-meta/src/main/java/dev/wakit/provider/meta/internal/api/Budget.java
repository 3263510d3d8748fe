package dev.wakit.provider.meta.internal.api;

import dev.wakit.RateLimitedException;
import dev.wakit.provider.meta.ApiUsage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Slows management calls while Meta says that most of their budget is used.
 *
 * <p>From 80 % on each call waits, up to 5 seconds at 100 %; while Meta names a time until which it refuses, none is made.
 */
final class Budget {

    private static final int CALM = 80;
    private static final int FULL = 100;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Supplier<Optional<ApiUsage>> told;
    private final InstantSource clock;

    /**
     * A budget.
     *
     * @param told what was last told about it
     */
    Budget(Supplier<Optional<ApiUsage>> told, InstantSource clock) {
        this.told = told;
        this.clock = clock;
    }

    /** Waits as long as the budget asks for; not while the thread is interrupted. */
    void await() {
        Optional<ApiUsage> usage = told.get();
        Instant now = clock.instant();
        usage.filter(last -> now.isBefore(last.regainAt())).ifPresent(spent -> {
            throw new RateLimitedException("Meta refuses such management calls until " + spent.regainAt()
                    + ", because their hourly budget is used up. Call less often, or later.");
        });
        Duration wait = usage.map(last -> wait(last, now)).orElse(Duration.ZERO);
        if (!wait.isZero()) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How long a call waits at this usage. */
    static Duration wait(ApiUsage usage, Instant now) {
        if (usage.highest() <= CALM || now.isAfter(usage.at().plus(FRESH))) {
            return Duration.ZERO;
        }
        int over = Math.min(usage.highest(), FULL) - CALM;
        return LONGEST.multipliedBy(over).dividedBy(FULL - CALM);
    }
}
