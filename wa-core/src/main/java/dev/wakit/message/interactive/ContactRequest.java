package dev.wakit.message.interactive;

/**
 * A button that shares the phone number of a person who is known by business-scoped user id only. Immutable.
 *
 * @since 0.1
 */
public record ContactRequest() implements InteractiveAction {
    @Override
    public InteractiveKind kind() {
        return InteractiveKind.CONTACT_REQUEST;
    }
}
