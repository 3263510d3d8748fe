/**
 * A simulator of Twilio's Messages, Content and Senders APIs: one HTTP server on the loopback interface that checks, limits,
 * accepts and reports WhatsApp messages as Twilio does. Start with {@link dev.wakit.testkit.twilio.TwilioSimulator}; what a
 * recipient's number does is listed in {@link dev.wakit.testkit.twilio.TwilioOutcome}. Nothing here knows another WaKit
 * module: the simulator speaks HTTP and can be used with any client.
 */
@NullMarked
package dev.wakit.testkit.twilio;

import org.jspecify.annotations.NullMarked;
