/**
 * The WhatsApp senders of a Twilio account: whether they can send, and how much.
 *
 * <p>Start with {@link dev.wakit.provider.twilio.sender.TwilioSenders}.
 */
@NullMarked
package dev.wakit.provider.twilio.sender;

import org.jspecify.annotations.NullMarked;
