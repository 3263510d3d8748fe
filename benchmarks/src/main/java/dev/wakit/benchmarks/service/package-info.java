/** The servers of a run, each in a process of its own. */
@NullMarked
package dev.wakit.benchmarks.service;

import org.jspecify.annotations.NullMarked;
