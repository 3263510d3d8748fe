package dev.wakit.catalog.internal;

import com.github.f4b6a3.tsid.TsidFactory;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Makes ids that grow with time. Thread-safe.
 *
 * <p>Ten of the 22 random bits are fixed for each process, so two processes that make ids in the same millisecond meet only if they
 * drew the same number; then the primary key refuses the second row.
 */
public final class Ids implements LongSupplier {

    private static final int NODE_BITS = 10;

    private final TsidFactory factory;

    /** By a clock. */
    public Ids(InstantSource clock, RandomGenerator random) {
        this.factory = TsidFactory.builder()
                .withNodeBits(NODE_BITS)
                .withNode(random.nextInt(1 << NODE_BITS))
                .withTimeFunction(clock::millis)
                .withRandomFunction(() -> random.nextInt())
                .build();
    }

    @Override
    public long getAsLong() {
        return factory.create().toLong();
    }
}
