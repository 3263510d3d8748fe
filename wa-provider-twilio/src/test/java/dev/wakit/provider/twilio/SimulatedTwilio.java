package dev.wakit.provider.twilio;

import dev.wakit.testkit.provider.BspAccount;
import dev.wakit.testkit.twilio.TwilioSimulator;
import java.time.Duration;

/** An account at the simulator. */
final class SimulatedTwilio implements BspAccount {

    private final TwilioSimulator simulator = TwilioSimulator.builder()
            .latency(Duration.ZERO, Duration.ZERO)
            .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(5))
            .contentReview(Duration.ZERO)
            .webhookConcurrency(1)
            .start();
    private final TwilioProvider provider = TwilioProvider.builder(
                    simulator.accountSid(),
                    TwilioCredentials.apiKey(simulator.apiKeySid(), simulator.apiKeySecret()),
                    simulator.sender())
            .baseUrl(simulator.baseUrl())
            .templateCache(Duration.ZERO)
            .build();

    TwilioSimulator simulator() {
        return simulator;
    }

    @Override
    public TwilioProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        provider.close();
        simulator.close();
    }
}
