package dev.wakit.message;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The employer on a contact card. Immutable.
 *
 * @since 0.1
 */
public final class ContactOrg {
    private final @Nullable String company;
    private final @Nullable String department;
    private final @Nullable String title;

    private ContactOrg(Builder builder) {
        this.company = Check.optional("contact.org.company", builder.company);
        this.department = Check.optional("contact.org.department", builder.department);
        this.title = Check.optional("contact.org.title", builder.title);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.company = company;
        builder.department = department;
        builder.title = title;
        return builder;
    }

    /** Returns the company, if any. */
    public Optional<String> company() {
        return Optional.ofNullable(company);
    }

    /** Returns the department, if any. */
    public Optional<String> department() {
        return Optional.ofNullable(department);
    }

    /** Returns the job title, if any. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactOrg that
                && Objects.equals(company, that.company)
                && Objects.equals(department, that.department)
                && Objects.equals(title, that.title);
    }

    @Override
    public int hashCode() {
        return Objects.hash(company, department, title);
    }

    @Override
    public String toString() {
        return "ContactOrg[…]";
    }

    /**
     * Builds a {@link ContactOrg}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable String company;
        private @Nullable String department;
        private @Nullable String title;

        private Builder() {}

        /** Sets the company. */
        public Builder company(String company) {
            this.company = Objects.requireNonNull(company, "company");
            return this;
        }

        /** Sets the department. */
        public Builder department(String department) {
            this.department = Objects.requireNonNull(department, "department");
            return this;
        }

        /** Sets the job title. */
        public Builder title(String title) {
            this.title = Objects.requireNonNull(title, "title");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactOrg build() {
            return new ContactOrg(this);
        }
    }
}
