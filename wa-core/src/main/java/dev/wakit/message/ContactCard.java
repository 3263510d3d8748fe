package dev.wakit.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person or business on a contacts message. Immutable.
 *
 * @since 0.1
 */
public final class ContactCard {
    private final ContactName name;
    private final List<ContactPhone> phones;
    private final List<ContactEmail> emails;
    private final List<ContactUrl> urls;
    private final List<ContactAddress> addresses;
    private final @Nullable ContactOrg org;
    private final @Nullable LocalDate birthday;

    private ContactCard(Builder builder) {
        this.name = Objects.requireNonNull(builder.name, "name");
        this.phones = List.copyOf(builder.phones);
        this.emails = List.copyOf(builder.emails);
        this.urls = List.copyOf(builder.urls);
        this.addresses = List.copyOf(builder.addresses);
        this.org = builder.org;
        this.birthday = builder.birthday;
    }

    /** Returns a {@code ContactCard} with just the name. */
    public static ContactCard of(ContactName name) {
        return builder(name).build();
    }

    /** Returns a builder that begins with the name. */
    public static Builder builder(ContactName name) {
        return new Builder(name);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(name);
        builder.phones = new ArrayList<>(phones);
        builder.emails = new ArrayList<>(emails);
        builder.urls = new ArrayList<>(urls);
        builder.addresses = new ArrayList<>(addresses);
        builder.org = org;
        builder.birthday = birthday;
        return builder;
    }

    /** Returns the name. */
    public ContactName name() {
        return name;
    }

    /** Returns the telephone numbers; unmodifiable. */
    public List<ContactPhone> phones() {
        return phones;
    }

    /** Returns the e-mail addresses; unmodifiable. */
    public List<ContactEmail> emails() {
        return emails;
    }

    /** Returns the web addresses; unmodifiable. */
    public List<ContactUrl> urls() {
        return urls;
    }

    /** Returns the postal addresses; unmodifiable. */
    public List<ContactAddress> addresses() {
        return addresses;
    }

    /** Returns the employer, if any. */
    public Optional<ContactOrg> org() {
        return Optional.ofNullable(org);
    }

    /** Returns the birthday, if any. */
    public Optional<LocalDate> birthday() {
        return Optional.ofNullable(birthday);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactCard that
                && name.equals(that.name)
                && phones.equals(that.phones)
                && emails.equals(that.emails)
                && urls.equals(that.urls)
                && addresses.equals(that.addresses)
                && Objects.equals(org, that.org)
                && Objects.equals(birthday, that.birthday);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, phones, emails, urls, addresses, org, birthday);
    }

    @Override
    public String toString() {
        return "ContactCard[…]";
    }

    /**
     * Builds a {@link ContactCard}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final ContactName name;
        private List<ContactPhone> phones = new ArrayList<>();
        private List<ContactEmail> emails = new ArrayList<>();
        private List<ContactUrl> urls = new ArrayList<>();
        private List<ContactAddress> addresses = new ArrayList<>();
        private @Nullable ContactOrg org;
        private @Nullable LocalDate birthday;

        private Builder(ContactName name) {
            this.name = name;
        }

        /** Sets the telephone numbers, replacing earlier ones. */
        public Builder phones(List<ContactPhone> phones) {
            this.phones = new ArrayList<>(phones);
            return this;
        }

        /** Adds one to the telephone numbers. */
        public Builder addPhone(ContactPhone phone) {
            this.phones.add(phone);
            return this;
        }

        /** Sets the e-mail addresses, replacing earlier ones. */
        public Builder emails(List<ContactEmail> emails) {
            this.emails = new ArrayList<>(emails);
            return this;
        }

        /** Adds one to the e-mail addresses. */
        public Builder addEmail(ContactEmail email) {
            this.emails.add(email);
            return this;
        }

        /** Sets the web addresses, replacing earlier ones. */
        public Builder urls(List<ContactUrl> urls) {
            this.urls = new ArrayList<>(urls);
            return this;
        }

        /** Adds one to the web addresses. */
        public Builder addUrl(ContactUrl url) {
            this.urls.add(url);
            return this;
        }

        /** Sets the postal addresses, replacing earlier ones. */
        public Builder addresses(List<ContactAddress> addresses) {
            this.addresses = new ArrayList<>(addresses);
            return this;
        }

        /** Adds one to the postal addresses. */
        public Builder addAddress(ContactAddress address) {
            this.addresses.add(address);
            return this;
        }

        /** Sets the employer. */
        public Builder org(ContactOrg org) {
            this.org = Objects.requireNonNull(org, "org");
            return this;
        }

        /** Sets the birthday. */
        public Builder birthday(LocalDate birthday) {
            this.birthday = Objects.requireNonNull(birthday, "birthday");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactCard build() {
            return new ContactCard(this);
        }
    }
}
