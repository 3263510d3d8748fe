/** What a run found, for people and for programs. */
@NullMarked
package dev.wakit.benchmarks.report;

import org.jspecify.annotations.NullMarked;
