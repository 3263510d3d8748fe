package dev.wakit.message.interactive;

/**
 * A button that sends the location of the person. Immutable.
 *
 * @since 0.1
 */
public record LocationRequest() implements InteractiveAction {
    @Override
    public InteractiveKind kind() {
        return InteractiveKind.LOCATION_REQUEST;
    }
}
