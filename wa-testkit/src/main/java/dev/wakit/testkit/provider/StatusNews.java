package dev.wakit.testkit.provider;

import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import java.time.Instant;

/**
 * What a status webhook is to say.
 *
 * @param messageId the message
 * @param status one that every BSP reports: SENT, DELIVERED, READ or FAILED
 * @param at when, in whole seconds; BSPs that give no time leave it out
 * @param callbackData what the BSP echoes where it can, wherever it puts it
 * @since 0.1
 */
public record StatusNews(MessageId messageId, MessageStatus status, Instant at, String callbackData) {}
