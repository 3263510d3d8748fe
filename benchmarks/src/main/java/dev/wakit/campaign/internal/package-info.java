/** Benchmarks that see what only the engine itself sees. */
@NullMarked
package dev.wakit.campaign.internal;

import org.jspecify.annotations.NullMarked;
