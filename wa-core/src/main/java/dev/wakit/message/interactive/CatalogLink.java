package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A button that opens the whole catalog. Immutable.
 *
 * @since 0.1
 */
public final class CatalogLink implements InteractiveAction {
    private final @Nullable String thumbnail;

    private CatalogLink(Builder builder) {
        this.thumbnail = Check.optional("catalog.thumbnail_product_retailer_id", builder.thumbnail);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.thumbnail = thumbnail;
        return builder;
    }

    /** Returns the product whose picture is shown; empty for the first product. */
    public Optional<String> thumbnail() {
        return Optional.ofNullable(thumbnail);
    }

    /** Returns a button that shows the first product. */
    public static CatalogLink create() {
        return builder().build();
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.CATALOG;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CatalogLink that && Objects.equals(thumbnail, that.thumbnail);
    }

    @Override
    public int hashCode() {
        return Objects.hash(thumbnail);
    }

    @Override
    public String toString() {
        return "CatalogLink[thumbnail=" + thumbnail + "]";
    }

    /**
     * Builds a {@link CatalogLink}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable String thumbnail;

        private Builder() {}

        /** Sets the product whose picture is shown; the first product if absent. */
        public Builder thumbnail(String thumbnail) {
            this.thumbnail = Objects.requireNonNull(thumbnail, "thumbnail");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public CatalogLink build() {
            return new CatalogLink(this);
        }
    }
}
