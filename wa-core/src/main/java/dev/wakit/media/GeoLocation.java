package dev.wakit.media;

import dev.wakit.internal.Check;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point on the map, with an optional name and address. Immutable.
 *
 * <p>{@code toString} does not show it, because it may be where a person lives.
 *
 * @since 0.1
 */
public final class GeoLocation {
    private final double latitude;
    private final double longitude;
    private final @Nullable String name;
    private final @Nullable String address;

    private GeoLocation(Builder builder) {
        this.latitude = builder.latitude;
        this.longitude = builder.longitude;
        this.name = Check.optional("location.name", builder.name);
        this.address = Check.optional("location.address", builder.address);
        Check.that(latitude >= -90 && latitude <= 90, "location.latitude", "must be between -90 and 90 degrees.");
        Check.that(
                longitude >= -180 && longitude <= 180, "location.longitude", "must be between -180 and 180 degrees.");
    }

    /**
     * Returns a {@code GeoLocation} with just the latitude in degrees and the longitude in degrees; latitude −90 to
     * 90; longitude −180 to 180.
     */
    public static GeoLocation of(double latitude, double longitude) {
        return builder(latitude, longitude).build();
    }

    /**
     * Returns a builder that begins with the latitude in degrees and the longitude in degrees; latitude −90 to 90;
     * longitude −180 to 180.
     */
    public static Builder builder(double latitude, double longitude) {
        return new Builder(latitude, longitude);
    }

    /** Returns a builder that begins with everything set here. */
    public Builder toBuilder() {
        Builder builder = new Builder(latitude, longitude);
        builder.name = name;
        builder.address = address;
        return builder;
    }

    /** Returns the latitude in degrees. */
    public double latitude() {
        return latitude;
    }

    /** Returns the longitude in degrees. */
    public double longitude() {
        return longitude;
    }

    /** Returns the name of the place, if any. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Returns the postal address of the place, if any. */
    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeoLocation that
                && Double.compare(latitude, that.latitude) == 0
                && Double.compare(longitude, that.longitude) == 0
                && Objects.equals(name, that.name)
                && Objects.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return Objects.hash(latitude, longitude, name, address);
    }

    @Override
    public String toString() {
        return "GeoLocation[…]";
    }

    /**
     * Builds a {@link GeoLocation}. Not thread-safe; build once and share the result.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final double latitude;
        private final double longitude;
        private @Nullable String name;
        private @Nullable String address;

        private Builder(double latitude, double longitude) {
            this.latitude = latitude;
            this.longitude = longitude;
        }

        /** Sets the name of the place. */
        public Builder name(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Sets the postal address of the place. */
        public Builder address(String address) {
            this.address = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * Returns the value, after checking it.
         *
         * @throws dev.wakit.InvalidMessageException if a limit is broken
         */
        public GeoLocation build() {
            return new GeoLocation(this);
        }
    }
}
