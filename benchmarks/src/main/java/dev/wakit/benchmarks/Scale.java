package dev.wakit.benchmarks;

import java.util.Locale;

/**
 * How much is measured.
 *
 * @param rounds how often each row runs
 * @param warmSeconds how long it works before it is measured
 * @param seconds how long it is measured
 * @param rows how many rows are planned
 * @param statuses how many statuses come in
 */
record Scale(Size size, int rounds, double warmSeconds, double seconds, int rows, int statuses) {

    /** By name, from small to large. */
    enum Size {
        /** Shows that everything runs; its numbers mean nothing. */
        SMOKE,
        /** Under three minutes. */
        QUICK,
        /** What may be published. */
        FULL;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Scale of(Size size) {
        return switch (size) {
            case SMOKE -> new Scale(size, 1, 0.3, 0.3, 2_000, 900);
            case QUICK -> new Scale(size, 1, 1.5, 1.5, 100_000, 30_000);
            case FULL -> new Scale(size, 3, 12, 10, 1_000_000, 300_000);
        };
    }

    boolean isFull() {
        return size == Size.FULL;
    }
}
