package dev.wakit.inbound.content;

/**
 * The person sent something that the BSP does not hand over. Immutable.
 *
 * @param type the BSP's word for it, such as {@code poll}; empty if it does not say
 * @since 0.1
 */
public record UnsupportedContent(String type) implements InboundContent {

    @Override
    public String toString() {
        return "UnsupportedContent[" + type + "]";
    }
}
