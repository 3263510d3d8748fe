package dev.wakit.catalog.message;

import java.time.Instant;

/**
 * When a customer and the business last wrote to each other. Immutable.
 *
 * @param sender the business number, by the BSP's id
 * @param wroteAt when the customer last wrote to it; the epoch if never
 * @param agentAt when a person of the business last wrote from it; the epoch if never
 * @since 0.1
 */
public record Conversation(String sender, Instant wroteAt, Instant agentAt) {}
