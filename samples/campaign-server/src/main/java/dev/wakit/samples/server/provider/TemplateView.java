package dev.wakit.samples.server.provider;

import dev.wakit.provider.ProviderId;
import dev.wakit.template.Template;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateParts;
import java.util.List;
import java.util.stream.IntStream;

/** A template as pages show it. */
record TemplateView(
        String provider,
        String name,
        String language,
        String category,
        String status,
        boolean sendable,
        String parameterFormat,
        Header header,
        String body,
        List<String> bodyParameters,
        String footer,
        List<Button> buttons) {

    /** What stands above the body. */
    record Header(String format, String text, List<String> parameters) {}

    /** A button below it. */
    record Button(int index, String type, String text, boolean requiresParameter) {}

    static TemplateView of(ProviderId provider, Template template) {
        TemplateParts parts = template.parts();
        return new TemplateView(
                provider.value(),
                template.name().value(),
                template.language().value(),
                template.category().name(),
                template.status().name(),
                template.status().isSendable(),
                template.parameterFormat().name(),
                new Header(parts.headerFormat().name(), parts.headerText().orElse(""), parts.headerParameters()),
                parts.body(),
                parts.bodyParameters(),
                parts.footer().orElse(""),
                IntStream.range(0, parts.buttons().size())
                        .mapToObj(index -> button(index, parts.buttons().get(index)))
                        .toList());
    }

    private static Button button(int index, TemplateButton button) {
        return new Button(index, button.type().name(), button.text().orElse(""), button.requiresParameter());
    }
}
