/**
 * Reads the WhatsApp senders of an account.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.twilio.internal.sender;

import org.jspecify.annotations.NullMarked;
