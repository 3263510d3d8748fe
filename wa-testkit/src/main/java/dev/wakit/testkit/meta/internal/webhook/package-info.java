/** Planning, batching, signing and posting webhooks. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.webhook;

import org.jspecify.annotations.NullMarked;
