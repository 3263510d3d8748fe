/** The routes of deliveries. Phone numbers are masked unless they are asked for. */
@NullMarked
package dev.wakit.samples.server.delivery;

import org.jspecify.annotations.NullMarked;
