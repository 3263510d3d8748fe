package dev.wakit.provider.meta.template;

import dev.wakit.template.LanguageCode;
import dev.wakit.template.TemplateCategory;
import dev.wakit.template.TemplateName;
import dev.wakit.template.definition.BodyDefinition;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.FooterDefinition;
import dev.wakit.template.definition.TemplateComponents;
import dev.wakit.template.definition.TemplateDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An authentication template in several languages; Meta sets its texts. Immutable.
 *
 * @since 0.1
 */
public final class AuthenticationTemplate {
    private final TemplateName name;
    private final List<LanguageCode> languages;
    private final ButtonDefinition.Otp button;
    private final boolean securityRecommendation;
    private final @Nullable Duration codeExpiration;
    private final @Nullable Duration ttl;

    private AuthenticationTemplate(Builder builder) {
        this.name = builder.name;
        this.languages = List.copyOf(builder.languages);
        this.button = builder.button;
        this.securityRecommendation = builder.securityRecommendation;
        this.codeExpiration = builder.codeExpiration;
        this.ttl = builder.ttl;
    }

    /**
     * Returns a builder.
     *
     * @param name the name in all languages
     * @param languages the languages, at least one
     * @param button how the password gets into your app; without labels of your own, which this call does not take
     */
    public static Builder builder(TemplateName name, List<LanguageCode> languages, ButtonDefinition.Otp button) {
        return new Builder(name, languages, button);
    }

    /** Returns the name. */
    public TemplateName name() {
        return name;
    }

    /** Returns the languages; unmodifiable. */
    public List<LanguageCode> languages() {
        return languages;
    }

    /** Returns how long WhatsApp tries to deliver; 10 minutes if empty. */
    public Optional<Duration> ttl() {
        return Optional.ofNullable(ttl);
    }

    /** Returns the template in one of its languages. */
    public TemplateDefinition in(LanguageCode language) {
        TemplateComponents.Builder components = TemplateComponents.builder()
                .body(BodyDefinition.preset(securityRecommendation))
                .addButton(button);
        if (codeExpiration != null) {
            components.footer(FooterDefinition.codeExpiration(codeExpiration));
        }
        TemplateDefinition.Builder definition =
                TemplateDefinition.builder(name, language, TemplateCategory.AUTHENTICATION, components.build());
        if (ttl != null) {
            definition.ttl(ttl);
        }
        return definition.build();
    }

    @Override
    public String toString() {
        return "AuthenticationTemplate[name=" + name + ", languages=" + languages + "]";
    }

    /**
     * Builds an {@link AuthenticationTemplate}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final TemplateName name;
        private final List<LanguageCode> languages;
        private final ButtonDefinition.Otp button;
        private boolean securityRecommendation;
        private @Nullable Duration codeExpiration;
        private @Nullable Duration ttl;

        private Builder(TemplateName name, List<LanguageCode> languages, ButtonDefinition.Otp button) {
            this.name = Objects.requireNonNull(name, "name");
            this.languages = new ArrayList<>(languages);
            this.button = Objects.requireNonNull(button, "button");
        }

        /** Sets whether the body warns not to share the code. */
        public Builder securityRecommendation(boolean warned) {
            this.securityRecommendation = warned;
            return this;
        }

        /** Lets the footer say when the code expires: 1 to 90 minutes. */
        public Builder codeExpiration(Duration after) {
            this.codeExpiration = Objects.requireNonNull(after, "after");
            return this;
        }

        /** Sets how long WhatsApp tries to deliver: 30 seconds to 15 minutes. */
        public Builder ttl(Duration ttl) {
            this.ttl = Objects.requireNonNull(ttl, "ttl");
            return this;
        }

        /**
         * Returns the template.
         *
         * @throws IllegalArgumentException if it has no language, or its button has labels of its own
         */
        public AuthenticationTemplate build() {
            if (languages.isEmpty()) {
                throw new IllegalArgumentException("Authentication template '" + name + "' has no language. Name one.");
            }
            if (!button.text().isEmpty() || !button.autofillText().isEmpty()) {
                throw new IllegalArgumentException("Authentication template '" + name
                        + "' in several languages takes no labels of its own: Meta sets them in each language.");
            }
            return new AuthenticationTemplate(this);
        }
    }
}
