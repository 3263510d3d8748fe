/** Status callbacks and inbound messages: forms, signature, posting. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.twilio.internal.callback;

import org.jspecify.annotations.NullMarked;
