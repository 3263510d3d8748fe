package dev.wakit.message;

import dev.wakit.media.GeoLocation;
import java.util.Objects;

/**
 * A point on the map. Immutable.
 *
 * @param location the point, with the name and address to show
 * @since 0.1
 */
public record LocationMessage(GeoLocation location) implements Message {
    public LocationMessage {
        Objects.requireNonNull(location, "location");
    }

    /** Returns a location message. */
    public static LocationMessage of(GeoLocation location) {
        return new LocationMessage(location);
    }

    @Override
    public MessageKind kind() {
        return MessageKind.LOCATION;
    }
}
