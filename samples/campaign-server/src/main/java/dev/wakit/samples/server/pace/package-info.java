/** How fast campaigns went, as far as this server saw it. */
@NullMarked
package dev.wakit.samples.server.pace;

import org.jspecify.annotations.NullMarked;
