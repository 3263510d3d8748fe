package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One choice of a {@link ListMenu}. Immutable.
 *
 * @since 0.1
 */
public final class ListRow {
    /** The most characters of an id: {@value}. */
    public static final int MAX_ID = 200;

    /** The most characters of a title: {@value}. */
    public static final int MAX_TITLE = 24;

    /** The most characters of a description: {@value}. */
    public static final int MAX_DESCRIPTION = 72;

    private final String id;
    private final String title;
    private final @Nullable String description;

    private ListRow(Builder builder) {
        this.id = Check.text("row.id", builder.id, MAX_ID);
        this.title = Check.text("row.title", builder.title, MAX_TITLE);
        this.description = Check.optionalText("row.description", builder.description, MAX_DESCRIPTION);
    }

    /**
     * Returns a {@code ListRow} with just what the answer webhook carries and what the person sees; id at most 200
     * characters; title at most 24 characters.
     */
    public static ListRow of(String id, String title) {
        return builder(id, title).build();
    }

    /**
     * Returns a builder that begins with what the answer webhook carries and what the person sees; id at most 200
     * characters; title at most 24 characters.
     */
    public static Builder builder(String id, String title) {
        return new Builder(id, title);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(id, title);
        builder.description = description;
        return builder;
    }

    /** Returns what the answer webhook carries. */
    public String id() {
        return id;
    }

    /** Returns what the person sees. */
    public String title() {
        return title;
    }

    /** Returns the small text under the title, if any. */
    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListRow that
                && id.equals(that.id)
                && title.equals(that.title)
                && Objects.equals(description, that.description);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, title, description);
    }

    @Override
    public String toString() {
        return "ListRow[…]";
    }

    /**
     * Builds a {@link ListRow}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String id;
        private final String title;
        private @Nullable String description;

        private Builder(String id, String title) {
            this.id = id;
            this.title = title;
        }

        /** Sets the small text under the title; at most 72 characters. */
        public Builder description(String description) {
            this.description = Objects.requireNonNull(description, "description");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ListRow build() {
            return new ListRow(this);
        }
    }
}
