package dev.wakit.template.definition;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new template, as it is handed in for review. Immutable.
 *
 * <p>A template is one language; hand in one definition for each. The provider may put it into another category than the one
 * asked for here.
 *
 * @since 0.1
 */
public final class TemplateDefinition {
    private final TemplateName name;
    private final LanguageCode language;
    private final TemplateCategory category;
    private final TemplateComponents components;
    private final @Nullable Duration ttl;
    private final @Nullable Boolean linkTracking;

    private TemplateDefinition(Builder builder) {
        this.name = builder.name;
        this.language = builder.language;
        this.category = builder.category;
        this.components = builder.components;
        this.ttl = builder.ttl;
        this.linkTracking = builder.linkTracking;
    }

    /** Returns a builder, such as for {@code "order_update"} in {@code "en_US"}. */
    public static Builder builder(
            String name, String language, TemplateCategory category, TemplateComponents components) {
        return builder(TemplateName.of(name), LanguageCode.of(language), category, components);
    }

    /** Returns a builder. */
    public static Builder builder(
            TemplateName name, LanguageCode language, TemplateCategory category, TemplateComponents components) {
        return new Builder(name, language, category, components);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(name, language, category, components);
        builder.ttl = ttl;
        builder.linkTracking = linkTracking;
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

    /** Returns the category asked for. */
    public TemplateCategory category() {
        return category;
    }

    /** Returns what it shows. */
    public TemplateComponents components() {
        return components;
    }

    /** Returns how long WhatsApp tries to deliver a message; the category's default if empty. */
    public Optional<Duration> ttl() {
        return Optional.ofNullable(ttl);
    }

    /** Returns whether taps on URL buttons are counted; the account's setting if empty. */
    public Optional<Boolean> linkTracking() {
        return Optional.ofNullable(linkTracking);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateDefinition that
                && name.equals(that.name)
                && language.equals(that.language)
                && category.equals(that.category)
                && components.equals(that.components)
                && Objects.equals(ttl, that.ttl)
                && Objects.equals(linkTracking, that.linkTracking);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, language, category, components, ttl, linkTracking);
    }

    @Override
    public String toString() {
        return "TemplateDefinition[name=" + name + ", language=" + language + ", category=" + category + "]";
    }

    /**
     * Builds a {@link TemplateDefinition}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final TemplateName name;
        private final LanguageCode language;
        private final TemplateCategory category;
        private final TemplateComponents components;
        private @Nullable Duration ttl;
        private @Nullable Boolean linkTracking;

        private Builder(
                TemplateName name, LanguageCode language, TemplateCategory category, TemplateComponents components) {
            this.name = Objects.requireNonNull(name, "name");
            this.language = Objects.requireNonNull(language, "language");
            this.category = Objects.requireNonNull(category, "category");
            this.components = Objects.requireNonNull(components, "components");
        }

        /**
         * Sets how long WhatsApp tries to deliver a message before it drops it without a word.
         *
         * <p>Authentication: 30 seconds to 15 minutes. Utility: 30 seconds to 12 hours. Marketing: 12 hours to 30 days, and only
         * through the marketing endpoint. 30 days for all.
         */
        public Builder ttl(Duration ttl) {
            this.ttl = Objects.requireNonNull(ttl, "ttl");
            return this;
        }

        /** Sets whether taps on URL buttons are counted. */
        public Builder linkTracking(boolean counted) {
            this.linkTracking = counted;
            return this;
        }

        /** Returns the definition. */
        public TemplateDefinition build() {
            return new TemplateDefinition(this);
        }
    }
}
