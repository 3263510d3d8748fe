package dev.wakit;

import java.util.List;

/**
 * A template cannot be used as asked: it is missing, not approved, or does not fit the parameters; fix the template or
 * the parameters.
 *
 * @since 0.1
 */
public final class TemplateException extends WhatsAppException {
    private static final long serialVersionUID = 1L;

    // Not List: an exception is Serializable, and the interface does not promise it.
    private final String[] problems;

    /** Creates the exception with no separate list of problems. */
    public TemplateException(String message) {
        this(message, List.of());
    }

    /**
     * Creates the exception with everything that was found wrong.
     *
     * @param message what happened and what to do, without parameter values
     * @param problems one sentence each; appended to the message
     */
    public TemplateException(String message, List<String> problems) {
        super(problems.isEmpty() ? message : message + " " + String.join(" ", problems));
        this.problems = problems.toArray(String[]::new);
    }

    /** Returns everything that was found wrong, one sentence each; empty when the message says it all. */
    public List<String> problems() {
        return List.of(problems);
    }
}
