package dev.wakit.testkit.provider;

import dev.wakit.message.MessageId;
import dev.wakit.provider.SendRequest;

/**
 * A message that a {@link FakeProvider} took, whether or not its sender was told.
 *
 * @param id its id
 * @param request what was sent
 * @since 0.1
 */
public record FakeMessage(MessageId id, SendRequest request) {}
