package dev.wakit.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link Template}. Not thread-safe; build once and share the result.
 *
 * @since 0.1
 */
public final class TemplateBuilder {
    final TemplateName name;
    final LanguageCode language;
    final TemplateCategory category;
    final TemplateStatus status;
    final TemplateParts parts;

    @Nullable String id;

    ParameterFormat parameterFormat = ParameterFormat.POSITIONAL;
    List<TemplateParts> cards = new ArrayList<>();
    boolean limitedTimeOffer;
    QualityRating quality = QualityRating.UNKNOWN;
    String rejectedReason = "";

    @Nullable TemplateCategory previousCategory;

    @Nullable TemplateCategory comingCategory;

    @Nullable Duration ttl;

    @Nullable String libraryTemplate;

    TemplateBuilder(
            TemplateName name,
            LanguageCode language,
            TemplateCategory category,
            TemplateStatus status,
            TemplateParts parts) {
        this.name = name;
        this.language = language;
        this.category = category;
        this.status = status;
        this.parts = parts;
    }

    /** Sets the id at the provider. */
    public TemplateBuilder id(String id) {
        this.id = Objects.requireNonNull(id, "id");
        return this;
    }

    /** Sets how the variables are written; ParameterFormat.POSITIONAL by default. */
    public TemplateBuilder parameterFormat(ParameterFormat parameterFormat) {
        this.parameterFormat = Objects.requireNonNull(parameterFormat, "parameterFormat");
        return this;
    }

    /** Sets the cards of its carousel, replacing earlier ones. */
    public TemplateBuilder cards(List<TemplateParts> cards) {
        this.cards = new ArrayList<>(cards);
        return this;
    }

    /** Adds one to the cards of its carousel. */
    public TemplateBuilder addCard(TemplateParts card) {
        this.cards.add(card);
        return this;
    }

    /**
     * Sets whether the template shows when its offer ends, which must be set when it is sent; false by default.
     */
    public TemplateBuilder limitedTimeOffer(boolean limitedTimeOffer) {
        this.limitedTimeOffer = limitedTimeOffer;
        return this;
    }

    /** Sets how people take to it; QualityRating.UNKNOWN by default. */
    public TemplateBuilder quality(QualityRating quality) {
        this.quality = Objects.requireNonNull(quality, "quality");
        return this;
    }

    /** Sets the provider's word for why it was refused; "" by default. */
    public TemplateBuilder rejectedReason(String rejectedReason) {
        this.rejectedReason = Objects.requireNonNull(rejectedReason, "rejectedReason");
        return this;
    }

    /** Sets the category before the provider changed it. */
    public TemplateBuilder previousCategory(TemplateCategory previousCategory) {
        this.previousCategory = Objects.requireNonNull(previousCategory, "previousCategory");
        return this;
    }

    /** Sets the category that the provider will change it to. */
    public TemplateBuilder comingCategory(TemplateCategory comingCategory) {
        this.comingCategory = Objects.requireNonNull(comingCategory, "comingCategory");
        return this;
    }

    /** Sets how long the provider tries to deliver a message. */
    public TemplateBuilder ttl(Duration ttl) {
        this.ttl = Objects.requireNonNull(ttl, "ttl");
        return this;
    }

    /** Sets the template of the provider's library that it was made from. */
    public TemplateBuilder libraryTemplate(String libraryTemplate) {
        this.libraryTemplate = Objects.requireNonNull(libraryTemplate, "libraryTemplate");
        return this;
    }

    /**
     * Returns the value, after checking it.
     *
     * @throws dev.wakit.InvalidMessageException if a limit is broken
     */
    public Template build() {
        return new Template(this);
    }
}
