package dev.wakit.inbound;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateName;
import java.util.List;

/**
 * The text or the buttons of a template were edited.
 *
 * <p>Immutable.
 *
 * @param source where it came from
 * @param name the template
 * @param language its language
 * @param id the BSP's id of the template
 * @param header the text above
 * @param body the text
 * @param footer the text below
 * @param buttons the buttons
 * @since 0.1
 */
public record TemplateComponentsChanged(
        EventSource source,
        TemplateName name,
        LanguageCode language,
        String id,
        String header,
        String body,
        String footer,
        List<Button> buttons)
        implements InboundEvent {

    /**
     * A button as the BSP describes it.
     *
     * @param type the BSP's word for its type
     * @param text its label
     * @param url where it leads
     * @param phoneNumber whom it calls
     */
    public record Button(String type, String text, String url, String phoneNumber) {}

    /** Copies the collections. */
    public TemplateComponentsChanged {
        buttons = List.copyOf(buttons);
    }
}
