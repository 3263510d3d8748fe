package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateCategory;
import java.util.List;

/**
 * A template of Meta's library. Immutable.
 *
 * @param name its name in the library
 * @param language its language
 * @param category its category
 * @param topic Meta's word for its topic
 * @param useCase Meta's word for its use
 * @param industries Meta's words for the industries it suits
 * @param header the text of its header; empty without one
 * @param body its body
 * @param bodyExamples an example for each variable of the body, in order
 * @param bodyTypes what each variable of the body takes, in order: {@code TEXT}, {@code ADDRESS}, {@code AMOUNT}, {@code DATE},
 *     {@code PHONE NUMBER}, {@code EMAIL}, {@code NUMBER}; a send with something else fails
 * @param buttons its buttons
 * @since 0.1
 */
public record LibraryTemplate(
        String name,
        LanguageCode language,
        TemplateCategory category,
        String topic,
        String useCase,
        List<String> industries,
        String header,
        String body,
        List<String> bodyExamples,
        List<String> bodyTypes,
        List<TemplateButton> buttons) {

    /** Copies the lists. */
    public LibraryTemplate {
        industries = List.copyOf(industries);
        bodyExamples = List.copyOf(bodyExamples);
        bodyTypes = List.copyOf(bodyTypes);
        buttons = List.copyOf(buttons);
    }
}
