package dev.wakit.catalog.money;

import java.math.RoundingMode;

/**
 * How half a smallest unit is rounded.
 *
 * @since 0.1
 */
public enum Rounding {
    /** Away from zero, as most tax offices ask. */
    HALF_UP(RoundingMode.HALF_UP),
    /** To the even neighbour, which favours nobody over many amounts. */
    HALF_EVEN(RoundingMode.HALF_EVEN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    RoundingMode mode() {
        return mode;
    }
}
