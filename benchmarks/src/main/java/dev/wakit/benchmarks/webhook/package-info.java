/** From signed bodies to merged rows. */
@NullMarked
package dev.wakit.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
