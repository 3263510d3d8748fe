package dev.wakit.commerce.catalog;

import java.util.Locale;

/**
 * Whether a product can be ordered, as the BSP has it.
 *
 * @since 0.1
 */
public enum Availability {
    /** It can. */
    IN_STOCK,
    /** It cannot, now. */
    OUT_OF_STOCK,
    /** It can, before it is on sale. */
    PREORDER,
    /** It can, and is made or fetched for the order. */
    AVAILABLE_FOR_ORDER,
    /** It cannot, ever again. */
    DISCONTINUED,
    /** It is not decided yet. */
    PENDING,
    /** It was sold, and there was only one. */
    MARK_AS_SOLD,
    /** Its time is over. */
    MARK_AS_EXPIRED,
    /** The BSP did not say, or wrote a word that this version does not know. */
    UNKNOWN;

    /** The constant that a BSP means, in any case, with spaces or underscores; {@link #UNKNOWN} when there is none. */
    public static Availability from(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        for (Availability availability : values()) {
            if (availability.name().equals(name)) {
                return availability;
            }
        }
        return UNKNOWN;
    }

    /** Whether somebody can order it today. */
    public boolean isOrderable() {
        return this == IN_STOCK || this == PREORDER || this == AVAILABLE_FOR_ORDER;
    }
}
