package dev.wakit.template;

/**
 * A value that fills the header of a template. Implementations are immutable.
 *
 * @since 0.1
 */
public sealed interface HeaderParameter extends TemplateParameter
        permits TemplateParameter.Text,
                TemplateParameter.NamedText,
                TemplateParameter.Image,
                TemplateParameter.Video,
                TemplateParameter.Document,
                TemplateParameter.Gif,
                TemplateParameter.Location,
                TemplateParameter.Product {
    /** Returns the header format that the value is for. */
    HeaderFormat format();
}
