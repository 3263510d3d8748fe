package dev.wakit;

import java.util.Objects;

/**
 * A message, or a part of one, breaks a documented rule of WhatsApp; fix the code that built it.
 *
 * <p>The text names the field, the rule and the length or count of the value, never the value itself.
 *
 * @since 0.1
 */
public final class InvalidMessageException extends WhatsAppException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Creates the exception; the message reads as {@code field + " " + problem}.
     *
     * @param field the path of the offending field, such as {@code text.body}
     * @param problem the rest of the sentence: the rule, how the value breaks it, what to do; never the value
     */
    public InvalidMessageException(String field, String problem) {
        super(Objects.requireNonNull(field, "field") + " " + Objects.requireNonNull(problem, "problem"));
        this.field = field;
    }

    /** Returns the path of the offending field, such as {@code text.body}. */
    public String field() {
        return field;
    }
}
