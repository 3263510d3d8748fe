/** The errors of the API, and why WhatsApp did not take a message. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.twilio.internal.error;

import org.jspecify.annotations.NullMarked;
