package dev.wakit.template.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects findings. Not thread-safe. */
final class Findings {
    private final List<TemplateFinding> found = new ArrayList<>();

    void add(TemplateRule rule, String field, String value, String fix) {
        found.add(new TemplateFinding(rule, field, value, fix));
    }

    void addIf(boolean broken, TemplateRule rule, String field, String value, String fix) {
        if (broken) {
            add(rule, field, value, fix);
        }
    }

    /** Checks that a text is not blank and keeps its limit. */
    void text(String field, String text, int max) {
        if (text.isBlank()) {
            add(TemplateRule.TEXT_BLANK, field, "", "Give it a text or leave the part out.");
        }
        int length = text.codePointCount(0, text.length());
        addIf(
                length > max,
                TemplateRule.TEXT_TOO_LONG,
                field,
                String.format(Locale.ROOT, "%,d characters", length),
                String.format(Locale.ROOT, "Shorten it to %,d characters.", max));
    }

    List<TemplateFinding> all() {
        return List.copyOf(found);
    }
}
