/** How a measured process is started, watched and judged. */
@NullMarked
package dev.wakit.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
