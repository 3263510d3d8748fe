package dev.wakit.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A template as the provider reported it: its identity, review status and text. Immutable.
 *
 * <p>A template is identified by account, name and language. Whether values fit it is told by {@code
 * TemplateMessage.problemsAgainst}.
 *
 * @since 0.1
 */
public final class Template {
    private final TemplateName name;
    private final LanguageCode language;
    private final TemplateCategory category;
    private final TemplateStatus status;
    private final TemplateParts parts;
    private final @Nullable String id;
    private final ParameterFormat parameterFormat;
    private final List<TemplateParts> cards;
    private final boolean limitedTimeOffer;
    private final QualityRating quality;
    private final String rejectedReason;
    private final @Nullable TemplateCategory previousCategory;
    private final @Nullable TemplateCategory comingCategory;
    private final @Nullable Duration ttl;
    private final @Nullable String libraryTemplate;

    Template(TemplateBuilder builder) {
        this.name = Objects.requireNonNull(builder.name, "name");
        this.language = Objects.requireNonNull(builder.language, "language");
        this.category = Objects.requireNonNull(builder.category, "category");
        this.status = Objects.requireNonNull(builder.status, "status");
        this.parts = Objects.requireNonNull(builder.parts, "parts");
        this.id = builder.id;
        this.parameterFormat = builder.parameterFormat;
        this.cards = List.copyOf(builder.cards);
        this.limitedTimeOffer = builder.limitedTimeOffer;
        this.quality = builder.quality;
        this.rejectedReason = builder.rejectedReason;
        this.previousCategory = builder.previousCategory;
        this.comingCategory = builder.comingCategory;
        this.ttl = builder.ttl;
        this.libraryTemplate = builder.libraryTemplate;
    }

    /**
     * Returns a builder that begins with everything that identifies a template, its review status and its parts.
     */
    public static TemplateBuilder builder(
            TemplateName name,
            LanguageCode language,
            TemplateCategory category,
            TemplateStatus status,
            TemplateParts parts) {
        return new TemplateBuilder(name, language, category, status, parts);
    }

    /** Returns a builder that begins with everything set here. */
    public TemplateBuilder toBuilder() {
        TemplateBuilder builder = new TemplateBuilder(name, language, category, status, parts);
        builder.id = id;
        builder.parameterFormat = parameterFormat;
        builder.cards = new ArrayList<>(cards);
        builder.limitedTimeOffer = limitedTimeOffer;
        builder.quality = quality;
        builder.rejectedReason = rejectedReason;
        builder.previousCategory = previousCategory;
        builder.comingCategory = comingCategory;
        builder.ttl = ttl;
        builder.libraryTemplate = libraryTemplate;
        return builder;
    }

    /** Returns the name. */
    public TemplateName name() {
        return name;
    }

    /** Returns the language. */
    public LanguageCode language() {
        return language;
    }

    /** Returns the category. */
    public TemplateCategory category() {
        return category;
    }

    /** Returns the review status. */
    public TemplateStatus status() {
        return status;
    }

    /** Returns the header, body, footer and buttons. */
    public TemplateParts parts() {
        return parts;
    }

    /** Returns the id at the provider, if any. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /** Returns how the variables are written. */
    public ParameterFormat parameterFormat() {
        return parameterFormat;
    }

    /** Returns the cards of its carousel; unmodifiable. */
    public List<TemplateParts> cards() {
        return cards;
    }

    /** Tells whether the template shows when its offer ends, which must be set when it is sent. */
    public boolean limitedTimeOffer() {
        return limitedTimeOffer;
    }

    /** Returns how people take to it, by the provider's rating; {@link QualityRating#UNKNOWN} for a new one. */
    public QualityRating quality() {
        return quality;
    }

    /**
     * Tells whether the provider may hold messages with it back at first, to see how people take to them.
     *
     * <p>That concerns marketing templates that are new, were paused, or have less than the best quality. A held message is
     * neither sent nor failed; if people dislike the template, the held ones are dropped and it is paused.
     */
    public boolean mayBeHeld() {
        return category == TemplateCategory.MARKETING && quality != QualityRating.GREEN;
    }

    /** Returns the provider's word for why it was refused, such as {@code INVALID_FORMAT}; empty if it was not. */
    public String rejectedReason() {
        return rejectedReason;
    }

    /** Returns the category before the provider changed it, if it did. */
    public Optional<TemplateCategory> previousCategory() {
        return Optional.ofNullable(previousCategory);
    }

    /** Returns the category that the provider will change it to, if it announced that; prices change with it. */
    public Optional<TemplateCategory> comingCategory() {
        return Optional.ofNullable(comingCategory);
    }

    /** Returns how long the provider tries to deliver a message before it drops it without a word; its default if empty. */
    public Optional<Duration> ttl() {
        return Optional.ofNullable(ttl);
    }

    /** Returns the template of the provider's library that it was made from, if any. */
    public Optional<String> libraryTemplate() {
        return Optional.ofNullable(libraryTemplate);
    }

    /** Returns the variables of the body: names in order of appearance, or "1", "2" and so on by number. */
    public List<String> bodyParameters() {
        return parts.bodyParameters();
    }

    /** Returns the variable of a text header, as a list of at most one; empty for other headers. */
    public List<String> headerParameters() {
        return parts.headerParameters();
    }

    /** Returns the buttons in the order of their index. */
    public List<TemplateButton> buttons() {
        return parts.buttons();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that
                && name.equals(that.name)
                && language.equals(that.language)
                && category.equals(that.category)
                && status.equals(that.status)
                && parts.equals(that.parts)
                && Objects.equals(id, that.id)
                && parameterFormat.equals(that.parameterFormat)
                && cards.equals(that.cards)
                && limitedTimeOffer == that.limitedTimeOffer
                && quality == that.quality
                && rejectedReason.equals(that.rejectedReason)
                && Objects.equals(previousCategory, that.previousCategory)
                && Objects.equals(comingCategory, that.comingCategory)
                && Objects.equals(ttl, that.ttl)
                && Objects.equals(libraryTemplate, that.libraryTemplate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name,
                language,
                category,
                status,
                parts,
                id,
                parameterFormat,
                cards,
                limitedTimeOffer,
                quality,
                rejectedReason,
                previousCategory,
                comingCategory,
                ttl,
                libraryTemplate);
    }

    @Override
    public String toString() {
        return "Template[name=" + name + ", language=" + language + ", category=" + category + ", status=" + status
                + "]";
    }
}
