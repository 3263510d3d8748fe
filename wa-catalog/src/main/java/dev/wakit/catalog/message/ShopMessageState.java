package dev.wakit.catalog.message;

/**
 * What became of a message.
 *
 * @since 0.1
 */
public enum ShopMessageState {
    /** It is to be handed over. */
    PLANNED,
    /** It was handed over to be sent; what follows is known there. */
    QUEUED,
    /** It is not sent; the reason says why. */
    LEFT_OUT
}
