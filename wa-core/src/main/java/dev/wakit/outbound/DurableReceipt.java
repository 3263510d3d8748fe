package dev.wakit.outbound;

/**
 * What became of a message that was handed over. Immutable.
 *
 * @param delivery by which name whoever took it over knows it
 * @param repeated whether the key was known; then the message of the first call is the one that is sent
 * @since 0.1
 */
public record DurableReceipt(String delivery, boolean repeated) {}
