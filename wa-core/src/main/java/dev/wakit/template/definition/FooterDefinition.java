package dev.wakit.template.definition;

import java.time.Duration;
import java.util.Objects;

/**
 * The small text below the body of a new template. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface FooterDefinition {

    /** Returns a text, at most 60 characters without variables. */
    static Text text(String text) {
        return new Text(text);
    }

    /** Returns the preset footer of authentication templates, which says when the code expires: 1 to 90 minutes. */
    static CodeExpiration codeExpiration(Duration after) {
        return new CodeExpiration(after);
    }

    /**
     * A text.
     *
     * @param text at most 60 characters without variables
     * @since 0.1
     */
    record Text(String text) implements FooterDefinition {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * Says when a one-time password expires.
     *
     * @param after 1 to 90 whole minutes
     * @since 0.1
     */
    record CodeExpiration(Duration after) implements FooterDefinition {
        public CodeExpiration {
            Objects.requireNonNull(after, "after");
        }
    }
}
