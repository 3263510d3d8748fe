package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which preset texts of authentication templates to show. Immutable.
 *
 * @since 0.1
 */
public final class PreviewQuery {
    private final List<LanguageCode> languages;
    private final boolean securityRecommendation;
    private final @Nullable Duration codeExpiration;

    private PreviewQuery(Builder builder) {
        this.languages = List.copyOf(builder.languages);
        this.securityRecommendation = builder.securityRecommendation;
        this.codeExpiration = builder.codeExpiration;
    }

    /** Returns a builder that asks for all languages, without recommendation and expiration. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the languages; empty for all; unmodifiable. */
    public List<LanguageCode> languages() {
        return languages;
    }

    /** Tells whether the body warns not to share the code. */
    public boolean securityRecommendation() {
        return securityRecommendation;
    }

    /** Returns after how long the code expires, if the footer says so. */
    public Optional<Duration> codeExpiration() {
        return Optional.ofNullable(codeExpiration);
    }

    @Override
    public String toString() {
        return "PreviewQuery[languages=" + languages + "]";
    }

    /**
     * Builds a {@link PreviewQuery}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final List<LanguageCode> languages = new ArrayList<>();
        private boolean securityRecommendation;
        private @Nullable Duration codeExpiration;

        private Builder() {}

        /** Asks for a language; all without any. */
        public Builder addLanguage(LanguageCode language) {
            languages.add(Objects.requireNonNull(language, "language"));
            return this;
        }

        /** Sets whether the body warns not to share the code. */
        public Builder securityRecommendation(boolean warned) {
            this.securityRecommendation = warned;
            return this;
        }

        /** Sets after how long the code expires: 1 to 90 minutes. */
        public Builder codeExpiration(Duration after) {
            this.codeExpiration = Objects.requireNonNull(after, "after");
            return this;
        }

        /** Returns the query. */
        public PreviewQuery build() {
            return new PreviewQuery(this);
        }
    }
}
