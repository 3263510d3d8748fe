package dev.wakit.template.definition;

/**
 * One rule that a definition breaks. Immutable.
 *
 * @param rule the rule
 * @param field where, such as {@code buttons[2].url} or {@code carousel[1].body}
 * @param value what breaks it: a length, a count, a variable; never a whole text
 * @param fix what to do, as a sentence
 * @since 0.1
 */
public record TemplateFinding(TemplateRule rule, String field, String value, String fix) {

    /** How bad a finding is. */
    public enum Severity {
        /** WhatsApp refuses it: nothing is handed in. */
        ERROR,
        /** WhatsApp may refuse it, or it does less than it seems to. */
        WARNING
    }

    /** Returns how bad it is. */
    public Severity severity() {
        return rule.severity();
    }

    /** Tells whether WhatsApp would refuse the template for it. */
    public boolean isError() {
        return severity() == Severity.ERROR;
    }

    /** Returns field, rule, value and fix as text. */
    public String sentence() {
        return field + " " + rule.statement() + (value.isEmpty() ? "" : " (" + value + ")") + ". " + fix;
    }
}
