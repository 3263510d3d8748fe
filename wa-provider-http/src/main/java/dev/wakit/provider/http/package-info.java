/**
 * What providers share on the wire, for people who write a provider of their own.
 *
 * <p>{@link dev.wakit.provider.http.HttpTransport} makes requests and repeats none: {@code send} posts exactly once, and its future
 * tells either what was answered or whether bytes of the request may have left. {@link dev.wakit.provider.http.ReadRetry} repeats
 * what only reads. {@link dev.wakit.provider.http.Json} reads and writes documents under limits.
 *
 * <p>This is the only package of WaKit that knows OkHttp. Unlike the rest of the public API it shows Jackson's tree nodes, since a
 * provider encodes and reads JSON; keep them out of your provider's own public types.
 *
 * @since 0.1
 */
@NullMarked
package dev.wakit.provider.http;

import org.jspecify.annotations.NullMarked;
