package dev.wakit.template.definition;

import java.util.Map;
import java.util.Objects;

/**
 * The body of a new template. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface BodyDefinition {

    /** Returns a text with numbered variables, or none. */
    static Text text(String text, String... examples) {
        return new Text(VariableText.of(text, examples));
    }

    /** Returns a text with named variables. */
    static Text named(String text, Map<String, String> examples) {
        return new Text(VariableText.named(text, examples));
    }

    /** Returns the preset text of authentication templates. */
    static Preset preset(boolean securityRecommendation) {
        return new Preset(securityRecommendation);
    }

    /**
     * A text.
     *
     * @param content at most 1,024 characters; 600 with a limited-time offer, 160 on a card
     * @since 0.1
     */
    record Text(VariableText content) implements BodyDefinition {
        public Text {
            Objects.requireNonNull(content, "content");
        }
    }

    /**
     * The text that WhatsApp sets for authentication templates in each language.
     *
     * @param securityRecommendation whether it warns not to share the code
     * @since 0.1
     */
    record Preset(boolean securityRecommendation) implements BodyDefinition {}
}
