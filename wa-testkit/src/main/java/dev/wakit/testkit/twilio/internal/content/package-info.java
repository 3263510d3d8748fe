/** Contents, which are templates, and their approval. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.twilio.internal.content;

import org.jspecify.annotations.NullMarked;
