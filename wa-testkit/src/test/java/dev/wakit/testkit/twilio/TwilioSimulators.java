package dev.wakit.testkit.twilio;

import java.time.Duration;

/** Simulators that answer at once, so that tests are quick. */
final class TwilioSimulators {

    static final Duration SOON = Duration.ofSeconds(20);

    private TwilioSimulators() {}

    static TwilioSimulatorBuilder quick() {
        return TwilioSimulator.builder()
                .latency(Duration.ZERO, Duration.ZERO)
                .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(3))
                .heldFor(Duration.ofMillis(1))
                .contentReview(Duration.ZERO)
                .webhookConcurrency(1)
                .messagesPerSecond(0);
    }
}
