/** Messages: reading, checking, accepting, looking up, changing. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.twilio.internal.message;

import org.jspecify.annotations.NullMarked;
