package dev.wakit.provider.twilio.internal.message;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What the configuration says about every send.
 *
 * @param messagingService the Messaging Service that goes with senders that are numbers; absent for none
 * @param webhookUrl where Twilio posts statuses; absent if none are wanted
 * @param connectionOverrides how Twilio repeats a status callback, as the fragment of its address; empty for Twilio's default
 * @param validityPeriod how long a message may wait in Twilio's queue; absent for Twilio's default
 * @param discardsContent whether Twilio forgets the text once it is sent
 * @param obfuscatesAddresses whether Twilio forgets the recipient's number
 * @param shortensUrls whether links in texts are shortened
 */
public record SendSettings(
        Optional<String> messagingService,
        Optional<URI> webhookUrl,
        String connectionOverrides,
        Optional<Duration> validityPeriod,
        boolean discardsContent,
        boolean obfuscatesAddresses,
        boolean shortensUrls) {}
