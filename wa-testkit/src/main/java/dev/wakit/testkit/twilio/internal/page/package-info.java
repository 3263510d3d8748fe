/** Pages of lists. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.twilio.internal.page;

import org.jspecify.annotations.NullMarked;
