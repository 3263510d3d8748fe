package dev.wakit.template;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing. Immutable.
 *
 * @param templates the templates of the page
 * @param next the pointer for {@link TemplateQuery.Builder#after}; empty on the last page
 * @since 0.1
 */
public record TemplatePage(List<Template> templates, Optional<String> next) {

    /** Copies the templates. */
    public TemplatePage {
        templates = List.copyOf(templates);
    }
}
