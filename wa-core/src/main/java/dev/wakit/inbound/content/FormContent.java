package dev.wakit.inbound.content;

import java.util.Map;

/**
 * A flow, an address form or another native form was filled in. Immutable.
 *
 * @param name the BSP's word for the form, such as {@code flow} or {@code address_message}
 * @param body the text shown in the chat
 * @param responseJson what was filled in, a JSON object as text
 * @param values what was filled in, besides that text, by its path
 * @since 0.1
 */
public record FormContent(String name, String body, String responseJson, Map<String, String> values)
        implements InboundContent {

    /** Copies the values. */
    public FormContent {
        values = Map.copyOf(values);
    }

    @Override
    public String toString() {
        return "FormContent[" + name + "]";
    }
}
