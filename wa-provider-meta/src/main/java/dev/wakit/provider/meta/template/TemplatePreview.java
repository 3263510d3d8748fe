package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;

/**
 * The preset texts of an authentication template in one language. Immutable.
 *
 * @param language the language
 * @param body the body
 * @param footer the footer; empty without one
 * @param buttonText the label of the copy button; empty if Meta sent none
 * @param autofillText the label of the one-tap button; empty if Meta sent none
 * @since 0.1
 */
public record TemplatePreview(
        LanguageCode language, String body, String footer, String buttonText, String autofillText) {}
