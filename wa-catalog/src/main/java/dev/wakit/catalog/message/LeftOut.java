package dev.wakit.catalog.message;

/**
 * A product that is not shown in a message. Immutable.
 *
 * @param retailerId its id in the catalog
 * @param reason why
 * @param detail what the reason rests on, such as Meta's words, as a sentence
 * @since 0.1
 */
public record LeftOut(String retailerId, LeftOutReason reason, String detail) {

    @Override
    public String toString() {
        return retailerId + ": " + detail;
    }
}
