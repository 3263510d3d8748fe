/** When the webhooks of a simulator come, and how many are still to come. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.simulator.internal.webhook;

import org.jspecify.annotations.NullMarked;
