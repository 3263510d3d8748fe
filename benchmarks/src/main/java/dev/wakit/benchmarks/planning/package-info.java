/** From a file of people to rows that can be sent. */
@NullMarked
package dev.wakit.benchmarks.planning;

import org.jspecify.annotations.NullMarked;
