/** Ways to send many messages. */
@NullMarked
package dev.wakit.benchmarks.dispatch;

import org.jspecify.annotations.NullMarked;
