package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.delivery.DeliveryId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Steps of the engine that are not part of its interface. */
@State(Scope.Benchmark)
public class EngineBenchmark {

    private static final double RATE = 1_000;
    /** How far the clock goes between two messages: there is always a permit. */
    private static final long STEP_NANOS = 1_000_001;

    private final AttemptRefs refs = new AttemptRefs(new byte[32]);
    private final DeliveryId delivery = new DeliveryId(700_000_000_000_000_123L);
    private final LaneRate rate = new LaneRate(RATE, 0);
    private long nowNanos;

    /** Signs the ref of an attempt and checks it, as it comes back in a status. */
    @Benchmark
    public boolean attemptRef() {
        String ref = refs.write(TenantId.DEFAULT, delivery, 1);
        return refs.read(TenantId.DEFAULT, ref).isPresent();
    }

    /** Asks a lane's limiter for a permit and takes it. */
    @Benchmark
    public int permit() {
        nowNanos += STEP_NANOS;
        int available = rate.available(nowNanos);
        rate.take(1, nowNanos);
        return available;
    }
}
