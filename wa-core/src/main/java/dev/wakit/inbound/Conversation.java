package dev.wakit.inbound;

import java.time.Instant;

/**
 * The conversation that a message was counted in, as older versions of Meta's webhooks name it.
 *
 * <p>Immutable.
 *
 * @param id its id
 * @param origin what began it, such as {@code marketing}
 * @param expiresAt when it ends; {@link Instant#MAX} if not named
 * @since 0.1
 */
public record Conversation(String id, String origin, Instant expiresAt) {}
