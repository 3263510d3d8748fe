package dev.wakit.testkit.twilio.internal.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who wrote within the last 24 hours. Thread-safe. */
public final class Conversations {

    private static final Duration WINDOW = Duration.ofHours(24);

    private final Map<String, Instant> lastWritten = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final boolean enforced;

    /** With {@code enforced} what is not a template goes only to people who wrote, as with WhatsApp. */
    public Conversations(InstantSource clock, boolean enforced) {
        this.clock = clock;
        this.enforced = enforced;
    }

    public void wrote(String person) {
        lastWritten.put(person, clock.instant());
    }

    boolean isOpen(String person) {
        Instant last = lastWritten.get(person);
        return last != null && Duration.between(last, clock.instant()).compareTo(WINDOW) < 0;
    }

    boolean isFreeFormAllowed(String person) {
        return !enforced || isOpen(person);
    }
}
