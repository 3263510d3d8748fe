package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name on a contact card. Immutable.
 *
 * <p>WhatsApp wants one part besides the formatted name; when none is set, the first name repeats the formatted name.
 *
 * @since 0.1
 */
public final class ContactName {
    private final String formattedName;
    private final @Nullable String firstName;
    private final @Nullable String lastName;
    private final @Nullable String middleName;
    private final @Nullable String prefix;
    private final @Nullable String suffix;

    private ContactName(Builder builder) {
        this.formattedName = Check.present("contact.name.formatted_name", builder.formattedName);
        this.firstName = Check.optional(
                "contact.name.first_name", builder.hasNoPart() ? builder.formattedName : builder.firstName);
        this.lastName = Check.optional("contact.name.last_name", builder.lastName);
        this.middleName = Check.optional("contact.name.middle_name", builder.middleName);
        this.prefix = Check.optional("contact.name.prefix", builder.prefix);
        this.suffix = Check.optional("contact.name.suffix", builder.suffix);
    }

    /** Returns a {@code ContactName} with just the full name as it is shown. */
    public static ContactName of(String formattedName) {
        return builder(formattedName).build();
    }

    /** Returns a builder that begins with the full name as it is shown. */
    public static Builder builder(String formattedName) {
        return new Builder(formattedName);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(formattedName);
        builder.firstName = firstName;
        builder.lastName = lastName;
        builder.middleName = middleName;
        builder.prefix = prefix;
        builder.suffix = suffix;
        return builder;
    }

    /** Returns the full name as it is shown. */
    public String formattedName() {
        return formattedName;
    }

    /** Returns the first name, if any. */
    public Optional<String> firstName() {
        return Optional.ofNullable(firstName);
    }

    /** Returns the last name, if any. */
    public Optional<String> lastName() {
        return Optional.ofNullable(lastName);
    }

    /** Returns the middle name, if any. */
    public Optional<String> middleName() {
        return Optional.ofNullable(middleName);
    }

    /** Returns the title before the name, if any. */
    public Optional<String> prefix() {
        return Optional.ofNullable(prefix);
    }

    /** Returns what follows the name, if any. */
    public Optional<String> suffix() {
        return Optional.ofNullable(suffix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactName that
                && formattedName.equals(that.formattedName)
                && Objects.equals(firstName, that.firstName)
                && Objects.equals(lastName, that.lastName)
                && Objects.equals(middleName, that.middleName)
                && Objects.equals(prefix, that.prefix)
                && Objects.equals(suffix, that.suffix);
    }

    @Override
    public int hashCode() {
        return Objects.hash(formattedName, firstName, lastName, middleName, prefix, suffix);
    }

    @Override
    public String toString() {
        return "ContactName[…]";
    }

    /**
     * Builds a {@link ContactName}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String formattedName;
        private @Nullable String firstName;
        private @Nullable String lastName;
        private @Nullable String middleName;
        private @Nullable String prefix;
        private @Nullable String suffix;

        private Builder(String formattedName) {
            this.formattedName = formattedName;
        }

        /** Sets the first name. */
        public Builder firstName(String firstName) {
            this.firstName = Objects.requireNonNull(firstName, "firstName");
            return this;
        }

        /** Sets the last name. */
        public Builder lastName(String lastName) {
            this.lastName = Objects.requireNonNull(lastName, "lastName");
            return this;
        }

        /** Sets the middle name. */
        public Builder middleName(String middleName) {
            this.middleName = Objects.requireNonNull(middleName, "middleName");
            return this;
        }

        /** Sets the title before the name. */
        public Builder prefix(String prefix) {
            this.prefix = Objects.requireNonNull(prefix, "prefix");
            return this;
        }

        /** Sets what follows the name. */
        public Builder suffix(String suffix) {
            this.suffix = Objects.requireNonNull(suffix, "suffix");
            return this;
        }

        private boolean hasNoPart() {
            return firstName == null && lastName == null && middleName == null && prefix == null && suffix == null;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactName build() {
            return new ContactName(this);
        }
    }
}
