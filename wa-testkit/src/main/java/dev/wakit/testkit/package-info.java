/**
 * Fakes and clocks for tests of hosts and providers. Start with {@link dev.wakit.testkit.SettableClock} for time and
 * with {@code dev.wakit.testkit.meta.MetaSimulator} for a Cloud API on the loopback interface.
 */
@NullMarked
package dev.wakit.testkit;

import org.jspecify.annotations.NullMarked;
