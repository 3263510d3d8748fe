/** What the server was started with, its lanes and workers, and the health check. */
@NullMarked
package dev.wakit.samples.server.setting;

import org.jspecify.annotations.NullMarked;
