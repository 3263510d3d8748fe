package dev.wakit.testkit.simulator.internal;

import java.util.SplittableRandom;

/**
 * Chance that depends on the seed and on what is decided, never on the order in which threads ask.
 *
 * <p>The same seed, purpose, key and ordinal give the same sequence, so that a run with one seed repeats itself even
 * when its requests interleave differently. Thread-safe.
 */
public final class Dice {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long seed;

    public Dice(long seed) {
        this.seed = seed;
    }

    public SplittableRandom roll(String purpose, String key, long ordinal) {
        long hash = mix(mix(FNV_OFFSET, purpose), key) ^ ordinal * 0x9e3779b97f4a7c15L;
        return new SplittableRandom(seed ^ Long.rotateLeft(hash * FNV_PRIME, 29));
    }

    /** Returns true in the given share of all cases; 0 is never and 1 is always. */
    public boolean hits(double share, String purpose, String key, long ordinal) {
        return share > 0 && (share >= 1 || roll(purpose, key, ordinal).nextDouble() < share);
    }

    private static long mix(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * FNV_PRIME;
        }
        return (mixed ^ '/') * FNV_PRIME;
    }
}
