package dev.wakit.catalog.message;

/**
 * Why a product is not shown in a message.
 *
 * @since 0.1
 */
public enum LeftOutReason {
    /** The catalog has no variant with this id. */
    UNKNOWN,
    /** The product is being prepared, and customers do not see it yet. */
    HIDDEN,
    /** The product is out of sale. */
    ARCHIVED,
    /** The variant is not for sale any more, or its availability says that it will not be. */
    NOT_FOR_SALE,
    /** Meta's review does not let customers see it, or is not over. */
    NOT_APPROVED,
    /** None can be ordered now. */
    OUT_OF_STOCK
}
