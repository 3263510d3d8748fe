/** The HTTP server of a simulator, requests and replies. Not for use outside WaKit. */
@NullMarked
package dev.wakit.testkit.simulator.internal.http;

import org.jspecify.annotations.NullMarked;
