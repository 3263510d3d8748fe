/**
 * HTTP to the Graph API: one POST a send, and what each answer proves. The only package that knows OkHttp.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.meta.internal.http;

import org.jspecify.annotations.NullMarked;
