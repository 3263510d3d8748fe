/**
 * A simulator of Meta's Cloud API: one HTTP server on the loopback interface that checks, limits, accepts and reports
 * messages as the real service does. Start with {@link dev.wakit.testkit.meta.MetaSimulator}; what a recipient's number
 * does is listed in {@link dev.wakit.testkit.simulator.MagicNumber}. Nothing here knows another WaKit module: the simulator
 * speaks JSON over HTTP and can be used with any client.
 */
@NullMarked
package dev.wakit.testkit.meta;

import org.jspecify.annotations.NullMarked;
