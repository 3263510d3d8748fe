package dev.wakit.template.definition;

import dev.wakit.template.TemplateCategory;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is changed about a template; the rest stays. Immutable.
 *
 * <p>Only approved, rejected and paused templates can be edited, an approved one once a day and ten times in 30 days, and its
 * category not at all. An edit starts a new review.
 *
 * @since 0.1
 */
public final class TemplateEdit {
    private final @Nullable TemplateCategory category;
    private final @Nullable TemplateComponents components;
    private final @Nullable Duration ttl;

    private TemplateEdit(Builder builder) {
        this.category = builder.category;
        this.components = builder.components;
        this.ttl = builder.ttl;
    }

    /** Returns an edit that replaces everything the template shows. */
    public static TemplateEdit of(TemplateComponents components) {
        return builder().components(components).build();
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the new category, if it changes. */
    public Optional<TemplateCategory> category() {
        return Optional.ofNullable(category);
    }

    /** Returns everything the template shows from now on, if that changes. */
    public Optional<TemplateComponents> components() {
        return Optional.ofNullable(components);
    }

    /** Returns how long WhatsApp tries to deliver from now on, if that changes. */
    public Optional<Duration> ttl() {
        return Optional.ofNullable(ttl);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateEdit that
                && Objects.equals(category, that.category)
                && Objects.equals(components, that.components)
                && Objects.equals(ttl, that.ttl);
    }

    @Override
    public int hashCode() {
        return Objects.hash(category, components, ttl);
    }

    @Override
    public String toString() {
        return "TemplateEdit[category=" + category + ", components=" + components + ", ttl=" + ttl + "]";
    }

    /**
     * Builds a {@link TemplateEdit}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable TemplateCategory category;
        private @Nullable TemplateComponents components;
        private @Nullable Duration ttl;

        private Builder() {}

        /** Changes the category; refused for an approved template. */
        public Builder category(TemplateCategory category) {
            this.category = Objects.requireNonNull(category, "category");
            return this;
        }

        /** Replaces everything the template shows. */
        public Builder components(TemplateComponents components) {
            this.components = Objects.requireNonNull(components, "components");
            return this;
        }

        /** Changes how long WhatsApp tries to deliver; see {@link TemplateDefinition.Builder#ttl}. */
        public Builder ttl(Duration ttl) {
            this.ttl = Objects.requireNonNull(ttl, "ttl");
            return this;
        }

        /** Returns the edit. */
        public TemplateEdit build() {
            return new TemplateEdit(this);
        }
    }
}
