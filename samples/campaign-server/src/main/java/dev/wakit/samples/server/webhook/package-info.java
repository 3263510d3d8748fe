/** Where the BSP posts. */
@NullMarked
package dev.wakit.samples.server.webhook;

import org.jspecify.annotations.NullMarked;
