/** The paths of the API. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.twilio.internal.http;

import org.jspecify.annotations.NullMarked;
