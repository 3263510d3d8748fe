package dev.wakit.message;

import dev.wakit.address.Region;
import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A postal address on a contact card. Immutable.
 *
 * @since 0.1
 */
public final class ContactAddress {
    private final @Nullable String street;
    private final @Nullable String city;
    private final @Nullable String state;
    private final @Nullable String zip;
    private final @Nullable String country;
    private final @Nullable Region region;
    private final @Nullable String type;

    private ContactAddress(Builder builder) {
        this.street = Check.optional("contact.address.street", builder.street);
        this.city = Check.optional("contact.address.city", builder.city);
        this.state = Check.optional("contact.address.state", builder.state);
        this.zip = Check.optional("contact.address.zip", builder.zip);
        this.country = Check.optional("contact.address.country", builder.country);
        this.region = builder.region;
        this.type = Check.optional("contact.type", builder.type);
    }

    /** Returns an empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.street = street;
        builder.city = city;
        builder.state = state;
        builder.zip = zip;
        builder.country = country;
        builder.region = region;
        builder.type = type;
        return builder;
    }

    /** Returns the street and house number, if any. */
    public Optional<String> street() {
        return Optional.ofNullable(street);
    }

    /** Returns the city, if any. */
    public Optional<String> city() {
        return Optional.ofNullable(city);
    }

    /** Returns the state or province, if any. */
    public Optional<String> state() {
        return Optional.ofNullable(state);
    }

    /** Returns the postal code, if any. */
    public Optional<String> zip() {
        return Optional.ofNullable(zip);
    }

    /** Returns the name of the country, if any. */
    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    /** Returns the country by its ISO code, if any. */
    public Optional<Region> region() {
        return Optional.ofNullable(region);
    }

    /** Returns the label, such as Office, if any. */
    public Optional<String> type() {
        return Optional.ofNullable(type);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactAddress that
                && Objects.equals(street, that.street)
                && Objects.equals(city, that.city)
                && Objects.equals(state, that.state)
                && Objects.equals(zip, that.zip)
                && Objects.equals(country, that.country)
                && Objects.equals(region, that.region)
                && Objects.equals(type, that.type);
    }

    @Override
    public int hashCode() {
        return Objects.hash(street, city, state, zip, country, region, type);
    }

    @Override
    public String toString() {
        return "ContactAddress[…]";
    }

    /**
     * Builds a {@link ContactAddress}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private @Nullable String street;
        private @Nullable String city;
        private @Nullable String state;
        private @Nullable String zip;
        private @Nullable String country;
        private @Nullable Region region;
        private @Nullable String type;

        private Builder() {}

        /** Sets the street and house number. */
        public Builder street(String street) {
            this.street = Objects.requireNonNull(street, "street");
            return this;
        }

        /** Sets the city. */
        public Builder city(String city) {
            this.city = Objects.requireNonNull(city, "city");
            return this;
        }

        /** Sets the state or province. */
        public Builder state(String state) {
            this.state = Objects.requireNonNull(state, "state");
            return this;
        }

        /** Sets the postal code. */
        public Builder zip(String zip) {
            this.zip = Objects.requireNonNull(zip, "zip");
            return this;
        }

        /** Sets the name of the country. */
        public Builder country(String country) {
            this.country = Objects.requireNonNull(country, "country");
            return this;
        }

        /** Sets the country by its ISO code. */
        public Builder region(Region region) {
            this.region = Objects.requireNonNull(region, "region");
            return this;
        }

        /** Sets the label, such as Office. */
        public Builder type(String type) {
            this.type = Objects.requireNonNull(type, "type");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public ContactAddress build() {
            return new ContactAddress(this);
        }
    }
}
