/** What WaKit costs, measured beside a bare HTTP client and other ways to send. */
@NullMarked
package dev.wakit.benchmarks;

import org.jspecify.annotations.NullMarked;
