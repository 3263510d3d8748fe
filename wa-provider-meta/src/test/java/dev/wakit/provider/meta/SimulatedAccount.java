package dev.wakit.provider.meta;

import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.provider.BspAccount;
import java.time.Duration;

/** An account at the simulator. */
final class SimulatedAccount implements BspAccount {

    private final MetaSimulator simulator =
            MetaSimulator.builder().latency(Duration.ZERO, Duration.ZERO).start();
    private final MetaProvider provider = MetaProvider.builder(simulator.accessToken(), simulator.phoneNumberId())
            .baseUrl(simulator.baseUrl())
            .businessAccountId(simulator.wabaId())
            .templateCache(Duration.ZERO)
            .build();

    @Override
    public WhatsAppProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        provider.close();
        simulator.close();
    }
}
