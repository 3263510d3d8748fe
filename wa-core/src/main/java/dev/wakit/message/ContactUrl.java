package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A web address on a contact card. Immutable.
 *
 * @since 0.1
 */
public final class ContactUrl {
    private final String url;
    private final @Nullable String type;

    private ContactUrl(Builder builder) {
        this.url = Check.present("contact.url", builder.url);
        this.type = Check.optional("contact.type", builder.type);
    }

    /** Returns a {@code ContactUrl} with just the web address. */
    public static ContactUrl of(String url) {
        return builder(url).build();
    }

    /** Returns a builder that begins with the web address. */
    public static Builder builder(String url) {
        return new Builder(url);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(url);
        builder.type = type;
        return builder;
    }

    /** Returns the web address. */
    public String url() {
        return url;
    }

    /** Returns the label, such as Company, if any. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactUrl that && url.equals(that.url) && Objects.equals(type, that.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, type);
    }

    @Override
    public String toString() {
        return "ContactUrl[…]";
    }

    /**
     * Builds a {@link ContactUrl}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String url;
        private @Nullable String type;

        private Builder(String url) {
            this.url = url;
        }

        /** Sets the label, such as Company. */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactUrl build() {
            return new ContactUrl(this);
        }
    }
}
