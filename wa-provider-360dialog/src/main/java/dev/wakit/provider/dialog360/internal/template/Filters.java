package dev.wakit.provider.dialog360.internal.template;

import dev.wakit.template.Template;
import dev.wakit.template.TemplateButton;
import dev.wakit.template.TemplateParts;
import dev.wakit.template.TemplateQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The filters of a query that Meta would apply itself: parts of the text, in any case. */
final class Filters {

    private Filters() {}

    static boolean pass(TemplateQuery query, Template template) {
        return query.matches(template)
                && query.content().filter(wanted -> !says(template, wanted)).isEmpty()
                && query.nameOrContent()
                        .filter(wanted -> !contains(template.name().value(), wanted) && !says(template, wanted))
                        .isEmpty();
    }

    private static boolean says(Template template, String wanted) {
        return Stream.concat(Stream.of(template.parts()), template.cards().stream())
                .flatMap(Filters::texts)
                .anyMatch(text -> contains(text, wanted));
    }

    private static Stream<String> texts(TemplateParts parts) {
        return Stream.of(
                        Stream.of(parts.body()),
                        parts.headerText().stream(),
                        parts.footer().stream(),
                        parts.buttons().stream().map(TemplateButton::text).flatMap(Filters::present))
                .flatMap(texts -> texts);
    }

    private static Stream<String> present(Optional<String> text) {
        return text.stream();
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }
}
