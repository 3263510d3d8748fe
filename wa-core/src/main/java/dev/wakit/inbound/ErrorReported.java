package dev.wakit.inbound;

import dev.wakit.error.ProviderError;

/**
 * An error that concerns a number or an account and no single message.
 *
 * <p>Immutable. What it means is decided by the provider's {@link dev.wakit.error.ErrorPolicy}, as for an answer.
 *
 * @param source where it came from
 * @param error the error
 * @since 0.1
 */
public record ErrorReported(EventSource source, ProviderError error) implements InboundEvent {}
