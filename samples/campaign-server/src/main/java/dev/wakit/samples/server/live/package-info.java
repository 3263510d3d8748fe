/** Server-sent events: at most two a second for each page, and only when something changed. */
@NullMarked
package dev.wakit.samples.server.live;

import org.jspecify.annotations.NullMarked;
