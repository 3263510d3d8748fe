/** A BSP that is fast enough not to be what is measured. */
@NullMarked
package dev.wakit.benchmarks.bsp;

import org.jspecify.annotations.NullMarked;
