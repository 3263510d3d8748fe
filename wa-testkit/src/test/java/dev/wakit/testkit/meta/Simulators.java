package dev.wakit.testkit.meta;

import java.time.Duration;

/** Simulators that answer at once, so that tests are quick. */
final class Simulators {

    static final Duration SOON = Duration.ofSeconds(10);

    private Simulators() {}

    static MetaSimulatorBuilder quick() {
        return MetaSimulator.builder()
                .latency(Duration.ZERO, Duration.ZERO)
                .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(3))
                .heldFor(Duration.ofMillis(1))
                .webhookConcurrency(1)
                .messagesPerSecond(0);
    }
}
