package dev.wakit.catalog.store;

/**
 * What came of a movement.
 *
 * @since 0.1
 */
public enum MoveResult {
    /** It happened. */
    DONE,
    /** A movement with the same command id happened before; nothing was written. */
    REPEATED,
    /** Fewer would be left than are promised, or than none; nothing was written. */
    TOO_FEW,
    /** The stock of this variant is not counted at this location; nothing was written. */
    NOT_COUNTED
}
