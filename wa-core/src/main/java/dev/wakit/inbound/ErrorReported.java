package dev.wakit.inbound;

import dev.wakit.error.ProviderError;

/**
 * An error that concerns a number or an account and no single message.
 *
 * <p>Immutable. What it means is decided by the provider's {@link dev.wakit.error.ErrorPolicy}, as for an answer.
 *
 * @param source where it came from
 * @param error the error
 * @param ofMessages whether it is about messages; false for errors of calls, which stop no message
 *
 * @since 0.1
 */
public record ErrorReported(EventSource source, ProviderError error, boolean ofMessages) implements InboundEvent {}
