package dev.wakit.message.interactive;

import dev.wakit.address.Region;
import dev.wakit.internal.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A form that asks for a delivery address; India only.
 *
 * <p>The fields are {@code name}, {@code phone_number}, {@code in_pin_code}, {@code house_number}, {@code
 * floor_number}, {@code tower_number}, {@code building_name}, {@code address}, {@code landmark_area}, {@code city},
 * {@code state}; a PIN code has at most 6 digits. Immutable.
 *
 * @since 0.1
 */
public final class AddressRequest implements InteractiveAction {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "phone_number",
            "in_pin_code",
            "house_number",
            "floor_number",
            "tower_number",
            "building_name",
            "address",
            "landmark_area",
            "city",
            "state");
    private static final int MAX_PIN_CODE = 6;

    private final Region country;
    private final Map<String, String> values;
    private final List<SavedAddress> savedAddresses;
    private final Map<String, String> validationErrors;

    private AddressRequest(Builder builder) {
        this.country = Objects.requireNonNull(builder.country, "country");
        this.values = checkFields("address.values", builder.values);
        this.savedAddresses = List.copyOf(builder.savedAddresses);
        this.validationErrors = checkNames("address.validation_errors", builder.validationErrors);
    }

    /** Returns an {@code AddressRequest} with just the country, IN today. */
    public static AddressRequest of(Region country) {
        return builder(country).build();
    }

    /** Returns a builder that begins with the country, IN today. */
    public static Builder builder(Region country) {
        return new Builder(country);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(country);
        builder.values = values;
        builder.savedAddresses = new ArrayList<>(savedAddresses);
        builder.validationErrors = validationErrors;
        return builder;
    }

    /** Returns the country, IN today. */
    public Region country() {
        return country;
    }

    /** Returns what the form is filled with. */
    public Map<String, String> values() {
        return values;
    }

    /** Returns the addresses to choose from; unmodifiable. */
    public List<SavedAddress> savedAddresses() {
        return savedAddresses;
    }

    /** Returns what to complain about, by field, when an earlier answer was wrong. */
    public Map<String, String> validationErrors() {
        return validationErrors;
    }

    static Map<String, String> checkFields(String field, Map<String, String> values) {
        Map<String, String> copy = checkNames(field, values);
        Check.optionalText(field + ".in_pin_code", copy.get("in_pin_code"), MAX_PIN_CODE);
        return copy;
    }

    private static Map<String, String> checkNames(String field, Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        Check.that(FIELDS.containsAll(copy.keySet()), field, "must only have the documented fields of an address.");
        return copy;
    }

    @Override
    public InteractiveKind kind() {
        return InteractiveKind.ADDRESS;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRequest that
                && country.equals(that.country)
                && values.equals(that.values)
                && savedAddresses.equals(that.savedAddresses)
                && validationErrors.equals(that.validationErrors);
    }

    @Override
    public int hashCode() {
        return Objects.hash(country, values, savedAddresses, validationErrors);
    }

    @Override
    public String toString() {
        return "AddressRequest[country=" + country + ", savedAddresses=" + savedAddresses.size() + "]";
    }

    /**
     * Builds an {@link AddressRequest}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Region country;
        private Map<String, String> values = Map.of();
        private List<SavedAddress> savedAddresses = new ArrayList<>();
        private Map<String, String> validationErrors = Map.of();

        private Builder(Region country) {
            this.country = country;
        }

        /** Sets what the form is filled with; Map.of() by default. */
        public Builder values(Map<String, String> values) {
            this.values = Objects.requireNonNull(values, "values");
            return this;
        }

        /** Sets the addresses to choose from, replacing earlier ones. */
        public Builder savedAddresses(List<SavedAddress> savedAddresses) {
            this.savedAddresses = new ArrayList<>(savedAddresses);
            return this;
        }

        /** Adds one to the addresses to choose from. */
        public Builder addSavedAddress(SavedAddress savedAddress) {
            this.savedAddresses.add(savedAddress);
            return this;
        }

        /** Sets what to complain about, by field, when an earlier answer was wrong; Map.of() by default. */
        public Builder validationErrors(Map<String, String> validationErrors) {
            this.validationErrors = Objects.requireNonNull(validationErrors, "validationErrors");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public AddressRequest build() {
            return new AddressRequest(this);
        }
    }
}
