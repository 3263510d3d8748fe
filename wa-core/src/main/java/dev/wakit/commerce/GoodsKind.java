package dev.wakit.commerce;

/**
 * What an order consists of, which decides whether an address is asked for.
 *
 * @since 0.1
 */
public enum GoodsKind {
    /** Downloads, tickets, services. */
    DIGITAL,
    /** Things that are shipped. */
    PHYSICAL
}
