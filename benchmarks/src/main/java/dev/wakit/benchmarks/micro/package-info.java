/** Single steps, measured by JMH. */
@NullMarked
package dev.wakit.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
