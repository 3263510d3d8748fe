package dev.wakit.inbound.content;

/**
 * Something that this version of the provider has no type for; the message's raw form holds it. Immutable.
 *
 * @param type the BSP's word for it
 * @since 0.1
 */
public record UnknownContent(String type) implements InboundContent {

    @Override
    public String toString() {
        return "UnknownContent[" + type + "]";
    }
}
