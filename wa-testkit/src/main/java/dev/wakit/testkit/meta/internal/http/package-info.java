/** The HTTP server: reading requests, routing them, writing answers, losing answers. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.meta.internal.http;

import org.jspecify.annotations.NullMarked;
