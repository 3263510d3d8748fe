package dev.wakit.testkit.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Simulators that answer at once, so that tests are quick. */
public final class Simulators {

    /** Only a failure waits so long. */
    public static final Duration SOON = Duration.ofSeconds(60);

    private Simulators() {}

    /** Waits until the condition holds, which it must within {@link #SOON}. */
    public static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    static MetaSimulatorBuilder quick() {
        return MetaSimulator.builder()
                .latency(Duration.ZERO, Duration.ZERO)
                .webhookDelay(Duration.ofMillis(1), Duration.ofMillis(3))
                .heldFor(Duration.ofMillis(1))
                .webhookConcurrency(1)
                .messagesPerSecond(0);
    }
}
