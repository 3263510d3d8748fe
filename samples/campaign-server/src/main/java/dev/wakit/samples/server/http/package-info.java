/** What every route shares: errors as JSON, security headers, the guard against foreign origins, strict JSON. */
@NullMarked
package dev.wakit.samples.server.http;

import org.jspecify.annotations.NullMarked;
