package dev.wakit.template;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which templates to list, and how many at a time. Immutable.
 *
 * <p>Filters that are not set let everything through; several together must all hold.
 *
 * @since 0.1
 */
public final class TemplateQuery {
    private static final int MAX_PAGE = 1000;
    private static final TemplateQuery ALL = builder().build();

    private final @Nullable TemplateName name;
    private final @Nullable LanguageCode language;
    private final @Nullable TemplateStatus status;
    private final @Nullable TemplateCategory category;
    private final @Nullable QualityRating quality;
    private final @Nullable String content;
    private final @Nullable String nameOrContent;
    private final @Nullable String after;
    private final int pageSize;

    private TemplateQuery(Builder builder) {
        this.name = builder.name;
        this.language = builder.language;
        this.status = builder.status;
        this.category = builder.category;
        this.quality = builder.quality;
        this.content = builder.content;
        this.nameOrContent = builder.nameOrContent;
        this.after = builder.after;
        this.pageSize = builder.pageSize;
    }

    /** Returns the query for all templates, 100 at a time. */
    public static TemplateQuery all() {
        return ALL;
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.name = name;
        builder.language = language;
        builder.status = status;
        builder.category = category;
        builder.quality = quality;
        builder.content = content;
        builder.nameOrContent = nameOrContent;
        builder.after = after;
        builder.pageSize = pageSize;
        return builder;
    }

    /** Returns the exact name, if asked for. */
    public Optional<TemplateName> name() {
        return Optional.ofNullable(name);
    }

    /** Returns the language, if asked for. */
    public Optional<LanguageCode> language() {
        return Optional.ofNullable(language);
    }

    /** Returns the status, if asked for. */
    public Optional<TemplateStatus> status() {
        return Optional.ofNullable(status);
    }

    /** Returns the category, if asked for. */
    public Optional<TemplateCategory> category() {
        return Optional.ofNullable(category);
    }

    /** Returns the quality, if asked for. */
    public Optional<QualityRating> quality() {
        return Optional.ofNullable(quality);
    }

    /** Returns a part of the text, if asked for. */
    public Optional<String> content() {
        return Optional.ofNullable(content);
    }

    /** Returns a part of the name or the text, if asked for. */
    public Optional<String> nameOrContent() {
        return Optional.ofNullable(nameOrContent);
    }

    /** Returns the pointer of the page before, if not the first page is asked for. */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    /** Returns how many templates a page holds. */
    public int pageSize() {
        return pageSize;
    }

    /** Tells whether a template passes those filters that can be checked without the provider: all but the texts. */
    public boolean matches(Template template) {
        return (name == null || name.equals(template.name()))
                && (language == null || language.equals(template.language()))
                && (status == null || status == template.status())
                && (category == null || category == template.category())
                && (quality == null || quality == template.quality());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateQuery that
                && Objects.equals(name, that.name)
                && Objects.equals(language, that.language)
                && Objects.equals(status, that.status)
                && Objects.equals(category, that.category)
                && Objects.equals(quality, that.quality)
                && Objects.equals(content, that.content)
                && Objects.equals(nameOrContent, that.nameOrContent)
                && Objects.equals(after, that.after)
                && pageSize == that.pageSize;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, language, status, category, quality, content, nameOrContent, after, pageSize);
    }

    @Override
    public String toString() {
        return "TemplateQuery[name=" + name + ", language=" + language + ", status=" + status + ", category=" + category
                + ", quality=" + quality + "]";
    }

    /**
     * Builds a {@link TemplateQuery}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable TemplateName name;
        private @Nullable LanguageCode language;
        private @Nullable TemplateStatus status;
        private @Nullable TemplateCategory category;
        private @Nullable QualityRating quality;
        private @Nullable String content;
        private @Nullable String nameOrContent;
        private @Nullable String after;
        private int pageSize = 100;

        private Builder() {}

        /** Asks for one name, in all its languages. */
        public Builder name(TemplateName name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Asks for one language. */
        public Builder language(LanguageCode language) {
            this.language = Objects.requireNonNull(language, "language");
            return this;
        }

        /** Asks for one status. */
        public Builder status(TemplateStatus status) {
            this.status = Objects.requireNonNull(status, "status");
            return this;
        }

        /** Asks for one category. */
        public Builder category(TemplateCategory category) {
            this.category = Objects.requireNonNull(category, "category");
            return this;
        }

        /** Asks for one quality. */
        public Builder quality(QualityRating quality) {
            this.quality = Objects.requireNonNull(quality, "quality");
            return this;
        }

        /** Asks for a part of the text. */
        public Builder content(String content) {
            this.content = Check.present("template query content", content);
            return this;
        }

        /** Asks for a part of the name or the text. */
        public Builder nameOrContent(String nameOrContent) {
            this.nameOrContent = Check.present("template query name or content", nameOrContent);
            return this;
        }

        /** Begins after a page, with its {@link TemplatePage#next()}. */
        public Builder after(String pointer) {
            this.after = Check.present("template query pointer", pointer);
            return this;
        }

        /** Sets how many templates a page holds: 1 to 1,000; 100 by default. */
        public Builder pageSize(int pageSize) {
            this.pageSize = (int) Check.range("template query page size", pageSize, 1, MAX_PAGE);
            return this;
        }

        /** Returns the query. */
        public TemplateQuery build() {
            return new TemplateQuery(this);
        }
    }
}
