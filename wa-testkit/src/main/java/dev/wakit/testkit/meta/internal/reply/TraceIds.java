package dev.wakit.testkit.meta.internal.reply;

import dev.wakit.testkit.simulator.internal.Dice;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Values of {@code fbtrace_id}. Thread-safe. */
public final class TraceIds {

    private final Dice dice;
    private final AtomicLong count = new AtomicLong();

    public TraceIds(Dice dice) {
        this.dice = dice;
    }

    public String next() {
        SplittableRandom random = dice.roll("trace", "", count.incrementAndGet());
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(random.nextLong())
                .putLong(random.nextLong())
                .array();
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
