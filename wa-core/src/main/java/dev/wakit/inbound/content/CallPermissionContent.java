package dev.wakit.inbound.content;

import java.time.Instant;

/**
 * The answer to a request to call the person. Immutable.
 *
 * @param accepted whether we may call
 * @param expiresAt until when; {@link Instant#MAX} if no end is named
 * @param permanent whether it holds until it is taken back
 * @param source how it came about, such as {@code user_action}
 * @since 0.1
 */
public record CallPermissionContent(boolean accepted, Instant expiresAt, boolean permanent, String source)
        implements InboundContent {

    @Override
    public String toString() {
        return "CallPermissionContent[accepted=" + accepted + "]";
    }
}
