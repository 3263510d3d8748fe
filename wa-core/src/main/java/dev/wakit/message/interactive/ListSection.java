package dev.wakit.message.interactive;

import dev.wakit.internal.Check;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of rows in a {@link ListMenu}, with a title unless it is the only one. Immutable.
 *
 * @since 0.1
 */
public final class ListSection {
    /** The most characters of a title: {@value}. */
    public static final int MAX_TITLE = 24;

    private final List<ListRow> rows;
    private final @Nullable String title;

    private ListSection(Builder builder) {
        this.rows = Check.size("section.rows", builder.rows, 1, ListMenu.MAX_ROWS);
        this.title = Check.optionalText("section.title", builder.title, MAX_TITLE);
    }

    /** Returns a {@code ListSection} with just the rows; 1 to 10. */
    public static ListSection of(List<ListRow> rows) {
        return builder(rows).build();
    }

    /** Returns a builder that begins with the rows; 1 to 10. */
    public static Builder builder(List<ListRow> rows) {
        return new Builder(rows);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(rows);
        builder.title = title;
        return builder;
    }

    /** Returns the rows. */
    public List<ListRow> rows() {
        return rows;
    }

    /** Returns the heading, if any. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Returns a section with a title. */
    public static ListSection of(String title, ListRow... rows) {
        return builder(List.of(rows)).title(title).build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ListSection that && rows.equals(that.rows) && Objects.equals(title, that.title);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, title);
    }

    @Override
    public String toString() {
        return "ListSection[" + rows.size() + " rows]";
    }

    /**
     * Builds a {@link ListSection}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final List<ListRow> rows;
        private @Nullable String title;

        private Builder(List<ListRow> rows) {
            this.rows = rows;
        }

        /** Sets the heading; at most 24 characters. */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ListSection build() {
            return new ListSection(this);
        }
    }
}
