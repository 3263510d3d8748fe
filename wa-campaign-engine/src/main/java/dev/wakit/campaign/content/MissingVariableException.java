package dev.wakit.campaign.content;

import dev.wakit.WhatsAppException;

/**
 * A recipient has no value for a placeholder that has no fallback.
 *
 * @since 0.1
 */
public final class MissingVariableException extends WhatsAppException {

    private static final long serialVersionUID = 1L;

    private final String variable;

    /** Names the placeholder. */
    public MissingVariableException(String variable) {
        super("No value for '" + variable + "'. Give the recipient one, or write {{" + variable + "|fallback}}.");
        this.variable = variable;
    }

    /** The name of the placeholder. */
    public String variable() {
        return variable;
    }
}
