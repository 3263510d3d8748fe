/**
 * Twilio behind the provider SPI.
 *
 * <p>Start with {@link dev.wakit.provider.twilio.TwilioProvider#builder}. Forms, JSON and HTTP stay in the internal packages, which
 * are not API.
 */
@NullMarked
package dev.wakit.provider.twilio;

import org.jspecify.annotations.NullMarked;
