/**
 * The provider contract: what every implementation of {@link dev.wakit.provider.WhatsAppProvider} must keep; and a provider
 * in memory for the tests of a host.
 *
 * <p>To test a provider, begin with {@link dev.wakit.testkit.provider.ProviderContract}: extend it and say in a {@link
 * dev.wakit.testkit.provider.BspScript} how your BSP answers. Needs JUnit Jupiter and AssertJ on the test class path. To test a
 * program that sends, begin with {@link dev.wakit.testkit.provider.FakeProvider}, which needs neither.
 */
@NullMarked
package dev.wakit.testkit.provider;

import org.jspecify.annotations.NullMarked;
