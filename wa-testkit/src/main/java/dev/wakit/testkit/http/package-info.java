/**
 * A small HTTP server that answers by script and breaks connections on purpose, for tests of clients.
 *
 * <p>Start with {@link dev.wakit.testkit.http.ScriptServer}. What it answers is a {@link dev.wakit.testkit.http.WireAnswer}.
 */
@NullMarked
package dev.wakit.testkit.http;

import org.jspecify.annotations.NullMarked;
