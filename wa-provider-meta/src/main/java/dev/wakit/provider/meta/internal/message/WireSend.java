package dev.wakit.provider.meta.internal.message;

/**
 * A message as it goes over the wire.
 *
 * @param edge the last part of the path: {@code messages} or {@code marketing_messages}
 * @param json the body
 */
public record WireSend(String edge, byte[] json) {}
