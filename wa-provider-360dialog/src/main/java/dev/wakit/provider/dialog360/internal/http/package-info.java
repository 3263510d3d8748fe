/**
 * Where requests to 360dialog go, and with which headers.
 *
 * <p>Not API: may change in any release.
 */
@NullMarked
package dev.wakit.provider.dialog360.internal.http;

import org.jspecify.annotations.NullMarked;
