package dev.wakit.provider.dialog360;

import dev.wakit.testkit.dialog360.Dialog360Simulator;
import dev.wakit.testkit.provider.BspAccount;
import java.time.Duration;

/** A number at the simulator. */
final class SimulatedNumber implements BspAccount {

    private final Dialog360Simulator simulator = Dialog360Simulator.builder()
            .cloud(cloud -> cloud.latency(Duration.ZERO, Duration.ZERO)
                    .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(5))
                    .webhookConcurrency(1))
            .start();
    private final Dialog360Provider provider = Dialog360Provider.builder(simulator.apiKey(), simulator.phoneNumberId())
            .baseUrl(simulator.baseUrl())
            .platformSecret(simulator.platformSecret())
            .webhookHeader("Authorization", "Basic aGVyb246bm9ib2R5")
            .templateCache(Duration.ZERO)
            .payments(true)
            .passesThrough(Passthrough.values())
            .build();

    Dialog360Simulator simulator() {
        return simulator;
    }

    @Override
    public Dialog360Provider provider() {
        return provider;
    }

    @Override
    public void close() {
        provider.close();
        simulator.close();
    }
}
