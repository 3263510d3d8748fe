package dev.wakit.testkit.meta.internal.template;

import dev.wakit.testkit.meta.TemplateReviewer.Verdict;
import dev.wakit.testkit.meta.internal.TemplateRules;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Decides about templates when their review is over, and changes what is not the business's to change. Thread-safe. */
public final class TemplateReviews {

    private static final String PENDING = "PENDING";

    private final TemplateRegistry registry;
    private final TemplateRules rules;
    private final TemplateNews news;
    private final ScheduledExecutorService timer;

    public TemplateReviews(
            TemplateRegistry registry, TemplateRules rules, TemplateNews news, ScheduledExecutorService timer) {
        this.registry = registry;
        this.rules = rules;
        this.news = news;
        this.timer = timer;
    }

    /** The category that a new template gets. */
    String category(StoredTemplate template) {
        return rules.reviewer().review(template.template()).category().name();
    }

    void begin(String name, String language) {
        try {
            var unused =
                    timer.schedule(() -> decide(name, language), rules.review().toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the simulator is closing: nobody waits for the decision
        }
    }

    /** Ends the review of a template that was approved beforehand. */
    void approve(String name, String language) {
        registry.find(name, language)
                .ifPresent(template -> settle(
                        template,
                        new Verdict("APPROVED", "NONE", template.template().category())));
    }

    private void decide(String name, String language) {
        registry.find(name, language)
                .ifPresent(template -> settle(template, rules.reviewer().review(template.template())));
    }

    private void settle(StoredTemplate reviewed, Verdict verdict) {
        if (verdict.status().equals(PENDING)) {
            return;
        }
        // The template may have been deleted or registered anew meanwhile.
        registry.update(
                        reviewed.name(),
                        reviewed.language(),
                        present -> present.status().equals(PENDING)
                                ? present.with("status", verdict.status()).with("rejected_reason", verdict.reason())
                                : present)
                .filter(decided ->
                        reviewed.status().equals(PENDING) && decided.status().equals(verdict.status()))
                .ifPresent(decided -> news.status(decided, verdict.status(), verdict.reason()));
    }

    /** Changes the status at run time, as low quality or an operator would. */
    public void changeStatus(String name, String language, String status, String title) {
        Change change = change(name, language, template -> template.with("status", status));
        if (title.isEmpty()) {
            news.status(change.after(), status, "NONE");
        } else {
            news.pause(change.after(), status, title);
        }
    }

    /** Changes the quality at run time. */
    public void changeQuality(String name, String language, String rating) {
        Change change = change(name, language, template -> template.withQuality(rating));
        news.quality(change.after(), change.before().quality());
    }

    /** Changes the category at run time. */
    public void changeCategory(String name, String language, String category) {
        Change change = change(
                name,
                language,
                template ->
                        template.with("previous_category", template.category()).with("category", category));
        news.category(change.after(), change.before().category());
    }

    private Change change(String name, String language, UnaryOperator<StoredTemplate> how) {
        StoredTemplate before = registry.find(name, language).orElseThrow(() -> missing(name, language));
        StoredTemplate after = registry.update(name, language, how).orElseThrow(() -> missing(name, language));
        return new Change(before, after);
    }

    private static IllegalArgumentException missing(String name, String language) {
        return new IllegalArgumentException("there is no template '" + name + "' in " + language);
    }

    private record Change(StoredTemplate before, StoredTemplate after) {}
}
