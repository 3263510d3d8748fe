package dev.wakit.testkit.dialog360;

import dev.wakit.testkit.dialog360.internal.Dialog360Front;
import dev.wakit.testkit.meta.MetaSimulator;
import dev.wakit.testkit.meta.MetaSimulatorBuilder;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Collects the behaviour of a {@link Dialog360Simulator}; everything has a default. Not thread-safe.
 *
 * @since 0.1
 */
public final class Dialog360SimulatorBuilder {

    private final MetaSimulatorBuilder cloud = MetaSimulator.builder();
    private String apiKey = "simulated-d360-key";
    private String platformSecret = "simulated-platform-secret";

    Dialog360SimulatorBuilder() {}

    /** Sets the key clients must bring. */
    public Dialog360SimulatorBuilder apiKey(String key) {
        this.apiKey = Objects.requireNonNull(key, "apiKey");
        return this;
    }

    /** Sets the secret webhooks are signed with; empty for a number that belongs to no partner. */
    public Dialog360SimulatorBuilder platformSecret(String secret) {
        this.platformSecret = Objects.requireNonNull(secret, "platformSecret");
        return this;
    }

    /** Sets anything of the Cloud API behind it: port, seed, latencies, limits, webhooks, faults, the ledger's file. */
    public Dialog360SimulatorBuilder cloud(Consumer<MetaSimulatorBuilder> changes) {
        changes.accept(cloud);
        return this;
    }

    /** Starts the simulator. */
    public Dialog360Simulator start() {
        var front = new Dialog360Front(apiKey, platformSecret);
        return new Dialog360Simulator(front, cloud.behind(front).start(), platformSecret);
    }
}
