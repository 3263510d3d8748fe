/** How cost grows with recipients, lanes and workers. */
@NullMarked
package dev.wakit.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
