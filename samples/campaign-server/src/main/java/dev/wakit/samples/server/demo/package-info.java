/** The demo behind {@code bin/demo}: two child processes, one campaign, and a reckoning against the simulator's ledger. */
@NullMarked
package dev.wakit.samples.server.demo;

import org.jspecify.annotations.NullMarked;
