package dev.wakit.catalog.sync;

import dev.wakit.ProviderUnavailableException;
import dev.wakit.RateLimitedException;
import dev.wakit.WhatsAppException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Until when the BSP is left in peace with one kind of calls. Not thread-safe. */
final class Pause {

    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration FIRST_LIMIT = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 5;

    private Instant until = Instant.MIN;
    private int limits;

    /** Begins, or goes on: 30 seconds for a BSP that is not there, 1 minute doubling to 30 for a limit, 30 for anything else. */
    void begin(WhatsAppException refused, Instant now) {
        until = now.plus(length(refused));
    }

    private Duration length(WhatsAppException refused) {
        if (refused instanceof ProviderUnavailableException) {
            return SHORT;
        }
        if (refused instanceof RateLimitedException) {
            Duration length = FIRST_LIMIT.multipliedBy(1L << Math.min(limits++, MOST_DOUBLINGS));
            return length.compareTo(LONGEST) > 0 ? LONGEST : length;
        }
        return LONGEST;
    }

    /** The BSP took a call: the next limit begins with a short pause again. */
    void end() {
        limits = 0;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    Optional<Instant> until(Instant now) {
        return isOver(now) ? Optional.empty() : Optional.of(until);
    }
}
