package dev.wakit.message.interactive;

/**
 * A question whether the business may call the person. Immutable.
 *
 * @since 0.1
 */
public record CallPermissionRequest() implements InteractiveAction {
    @Override
    public InteractiveKind kind() {
        return InteractiveKind.CALL_PERMISSION_REQUEST;
    }
}
