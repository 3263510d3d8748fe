package dev.wakit.template;

/**
 * A value that fills a variable in the body of a template. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface BodyParameter extends TemplateParameter
        permits TemplateParameter.Text,
                TemplateParameter.NamedText,
                TemplateParameter.Currency,
                TemplateParameter.DateTime,
                TemplateParameter.GroupId {}
