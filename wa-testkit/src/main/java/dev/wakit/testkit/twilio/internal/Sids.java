package dev.wakit.testkit.twilio.internal;

import dev.wakit.testkit.simulator.internal.Dice;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids that look like Twilio's: two letters and 32 hex digits. Thread-safe. */
public final class Sids {

    private final Dice dice;

    public Sids(Dice dice) {
        this.dice = dice;
    }

    /** Returns the id of the n-th thing of its kind that the key tells apart. */
    public String sid(String prefix, String key, long ordinal) {
        SplittableRandom random = dice.roll("sid " + prefix, key, ordinal);
        return prefix + String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    /** Returns the token that is the same for every try of one webhook. */
    public String idempotencyToken(String sid, String status) {
        SplittableRandom random = dice.roll("idempotency " + status, sid, 0);
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
