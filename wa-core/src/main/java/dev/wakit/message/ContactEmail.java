package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address on a contact card. Immutable.
 *
 * @since 0.1
 */
public final class ContactEmail {
    private final String email;
    private final @Nullable String type;

    private ContactEmail(Builder builder) {
        this.email = Check.present("contact.email", builder.email);
        this.type = Check.optional("contact.type", builder.type);
    }

    /** Returns a {@code ContactEmail} with just the address. */
    public static ContactEmail of(String email) {
        return builder(email).build();
    }

    /** Returns a builder that begins with the address. */
    public static Builder builder(String email) {
        return new Builder(email);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(email);
        builder.type = type;
        return builder;
    }

    /** Returns the address. */
    public String email() {
        return email;
    }

    /** Returns the label, such as Work, if any. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactEmail that && email.equals(that.email) && Objects.equals(type, that.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(email, type);
    }

    @Override
    public String toString() {
        return "ContactEmail[…]";
    }

    /**
     * Builds a {@link ContactEmail}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String email;
        private @Nullable String type;

        private Builder(String email) {
            this.email = email;
        }

        /** Sets the label, such as Work. */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactEmail build() {
            return new ContactEmail(this);
        }
    }
}
